package org.lightpath.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.database.DatabaseKind;
import org.lightpath.database.TestDatabase;
import org.lightpath.platform.preferences.PreferenceStore;
import org.lightpath.test.kit.AtOnce;

@ParameterizedClass
@EnumSource
final class StoredPreferencesTest {

  @Parameter DatabaseKind kind;
  private PreferenceStore preferences;

  @BeforeEach
  void open() {
    TestDatabase database = kind.empty();
    preferences =
        database.transactional(
            PreferenceStore.class, new StoredPreferences(database.entityManager()));
  }

  @Test
  void givesBackWhatWasStoredLast() {
    assertThat(preferences.find("wren")).isEmpty();

    preferences.put("wren", "{\"a\":1}");
    preferences.put("wren", "{\"a\":\"ö\"}");
    preferences.put("lark", "{}");

    assertThat(preferences.find("wren")).contains("{\"a\":\"ö\"}");
    assertThat(preferences.count()).isEqualTo(2);
    preferences.drop("wren");
    assertThat(preferences.find("wren")).isEmpty();
    assertThat(preferences.find("lark")).contains("{}");
  }

  @Test
  void takesTheLargestThatIsAllowed() {
    String json = "{\"a\":\"" + "x".repeat(16_384 - 8) + "\"}";

    preferences.put("wren", json);

    assertThat(preferences.find("wren")).contains(json);
  }

  @Test
  void ofManyWhoStoreForTheFirstTimeAtOnceOneIsLastAndNoneFails() throws Exception {
    List<String> stored =
        AtOnce.results(
            16,
            thread ->
                () -> {
                  String json = "{\"a\":" + thread + "}";
                  preferences.put("wren", json);
                  return json;
                });

    assertThat(stored).contains(preferences.find("wren").orElseThrow());
    assertThat(preferences.count()).isEqualTo(1);
  }
}
