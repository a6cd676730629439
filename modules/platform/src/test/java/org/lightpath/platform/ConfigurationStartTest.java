package org.lightpath.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.config.KeyTable;

final class ConfigurationStartTest {

  private record Given(Map<String, String> values) implements ConfigSource {

    @Override
    public Set<String> getPropertyNames() {
      return values.keySet();
    }

    @Override
    public String getValue(String key) {
      return values.get(key);
    }

    @Override
    public String getName() {
      return "a file";
    }
  }

  @Test
  void aMisspeltKeyIsRefusedWithTheNearestKnownOne() throws IOException {
    Given settings = new Given(Map.of("lightpath.site.saf.latitude-degree", "1"));
    assertThat(ConfigurationStart.unknownIn(settings, KeyTable.builtIn()))
        .containsExactly(
            "lightpath.site.saf.latitude-degree (a file) is no key of Lightpath; did you mean"
                + " lightpath.site.saf.latitude-degrees?");
  }

  @Test
  void knownKeysAndThoseOfOthersPass() throws IOException {
    Given settings =
        new Given(
            Map.of(
                "lightpath.profile", "development",
                "lightpath.site.saf.device.camera1.width-pixels", "64",
                "java.version", "17"));
    assertThat(ConfigurationStart.unknownIn(settings, KeyTable.builtIn())).isEmpty();
  }
}
