package org.lightpath.platform.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.JsonText;
import org.lightpath.platform.LightpathException;

final class PreferencesTest {

  private final InMemoryPreferences store = new InMemoryPreferences();
  private final Preferences preferences = new Preferences(store);

  @Test
  void areAnEmptyObjectUntilSomethingIsStored() {
    assertThat(preferences.of("wren")).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
  }

  @Test
  void belongToOnePersonAndAreReplacedAsAWhole() {
    preferences.set("wren", JsonText.object("{\"theme\":\"night\",\"zoom\":1.50}"));
    preferences.set("lark", JsonText.object("{\"theme\":\"day\"}"));
    preferences.set("wren", JsonText.object("{\"columns\":[\"ra\",\"dec\"]}"));

    assertThat(preferences.of("wren")).hasToString("{\"columns\":[\"ra\",\"dec\"]}");
    assertThat(preferences.of("lark")).hasToString("{\"theme\":\"day\"}");
  }

  @Test
  void haveAtMost16384Bytes() {
    // {"a":""} has 8 bytes; ö has 2 in UTF-8
    JsonObject full = JsonText.object("{\"a\":\"" + "ö".repeat((16_384 - 8) / 2) + "\"}");
    JsonObject more = JsonText.object("{\"a\":\"" + "ö".repeat((16_384 - 8) / 2) + "x\"}");

    preferences.set("wren", full);

    assertRefused(ErrorCode.TOO_LARGE, "wren", more, "16385 bytes; the limit is 16384 bytes");
    assertThat(preferences.of("wren")).isEqualTo(full);
  }

  @Test
  void areStoredForSoManyPeopleWhoCanStillChangeThem() {
    for (int i = 0; i < Preferences.MAX_PEOPLE; i++) {
      store.put("user" + i, "{}");
    }

    assertRefused(ErrorCode.TOO_MANY, "wren", JsonValue.EMPTY_JSON_OBJECT, "10000 people");
    preferences.set("user7", JsonText.object("{\"theme\":\"night\"}"));
    assertThat(preferences.of("user7")).hasToString("{\"theme\":\"night\"}");
  }

  private void assertRefused(ErrorCode code, String subject, JsonObject json, String message) {
    assertThatThrownBy(() -> preferences.set(subject, json))
        .isInstanceOfSatisfying(LightpathException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(message);
  }
}
