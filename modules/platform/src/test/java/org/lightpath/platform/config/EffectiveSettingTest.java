package org.lightpath.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

final class EffectiveSettingTest {

  private static final KeyTable TABLE =
      KeyTable.parse(
          """
          | `lightpath.db.password` | (empty) | password of that user | *server* |
          | `lightpath.db.url` | `jdbc:h2:…` | address | *server* |
          | `lightpath.profile` | `development` | profile | hub |
          | `lightpath.site.<code>.name` | the code | name | hub |
          | `lightpath.site.<code>.device.<name>.**` | per driver | settings | plugin |
          """);

  /** Values of one source; what the hub does not ask here is not there. */
  private record Values(Map<String, String> values) implements Config {

    private record Value(String getName, String getValue, String getSourceName)
        implements ConfigValue {

      @Override
      public String getRawValue() {
        return getValue;
      }

      @Override
      public int getSourceOrdinal() {
        return 200;
      }
    }

    @Override
    public Iterable<String> getPropertyNames() {
      return values.keySet();
    }

    @Override
    public ConfigValue getConfigValue(String key) {
      return new Value(key, values.get(key), "the file");
    }

    @Override
    public <T> T getValue(String key, Class<T> type) {
      throw new UnsupportedOperationException(key);
    }

    @Override
    public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
      throw new UnsupportedOperationException(key);
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
      return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
      return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      throw new IllegalArgumentException(type.getName());
    }
  }

  private static Map<String, String> shown(Map<String, String> values) {
    Map<String, String> shown = new TreeMap<>();
    EffectiveSetting.all(new Values(values), TABLE)
        .forEach(it -> shown.put(it.key(), it.value().orElse("unset")));
    return shown;
  }

  @Test
  void showsWhatIsSetAndWhatCouldBe() {
    assertThat(
            shown(
                Map.of(
                    "lightpath.site.saf.name", "Santa Fe",
                    "java.version", "17",
                    "lightpath.profile", "production")))
        .containsExactly(
            Map.entry("lightpath.db.password", "unset"),
            Map.entry("lightpath.db.url", "unset"),
            Map.entry("lightpath.profile", "production"),
            Map.entry("lightpath.site.saf.name", "Santa Fe"));
  }

  @Test
  void showsNoSecretWhereverItStands() {
    Map<String, String> shown =
        shown(
            Map.of(
                "lightpath.db.password", "hush",
                "lightpath.db.url", "jdbc:postgresql://u:hush@db/x?password=hush&ssl=true",
                "lightpath.site.saf.device.mount1.pin", "hush"));

    assertThat(shown.toString()).doesNotContain("hush");
    assertThat(shown)
        .containsEntry(
            "lightpath.db.url", "jdbc:postgresql://u:********@db/x?password=********&ssl=true");
  }

  @Test
  void showsAnAddressWithoutAPasswordAsItIs() {
    String address = "jdbc:postgresql://db.example.org:5432/lightpath?ssl=true";

    assertThat(shown(Map.of("lightpath.db.url", address)))
        .containsEntry("lightpath.db.url", address);
  }

  @Test
  void saysWhereAValueComesFrom() {
    EffectiveSetting profile =
        EffectiveSetting.all(new Values(Map.of("lightpath.profile", "production")), TABLE).get(2);

    assertThat(profile.source()).contains("the file");
    assertThat(profile.defaultValue()).isEqualTo("development");
    assertThat(profile.meaning()).isEqualTo("profile");
  }
}
