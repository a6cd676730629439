package org.lightpath.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.launcher.config.Configuration;
import org.lightpath.launcher.terminal.LaunchException;
import org.lightpath.platform.config.KeyTable;

final class ConfigurationChecksTest {

  @TempDir Path directory;

  @Test
  void anUnknownKeyIsReportedWithTheNearestKnownOne() throws IOException, LaunchException {
    List<Finding> bad = bad("lightpath.site.saf.latitude-degres=35\n");
    assertThat(bad).hasSize(1);
    assertThat(bad.get(0).text()).contains("lightpath.site.saf.latitude-degres", "is unknown");
    assertThat(bad.get(0).remedy()).isEqualTo("Did you mean lightpath.site.saf.latitude-degrees?");
  }

  @Test
  void aValueThatCannotBeIsReportedWithItsLimitsAndItsPlace() throws IOException, LaunchException {
    List<Finding> bad = bad("lightpath.security.token-life=8h\nlightpath.profile=production\n");
    assertThat(bad).hasSize(1);
    assertThat(bad.get(0).text())
        .contains("lightpath.security.token-life=8h is no ISO 8601 duration longer than zero")
        .contains(directory.resolve("lightpath.properties").toString());
  }

  @Test
  void passwordsNeverShow() throws IOException, LaunchException {
    String shown = findings("lightpath.db.password=hunter2\n").toString();
    assertThat(shown).contains("lightpath.db.password = ********").doesNotContain("hunter2");
  }

  @Test
  void aSettingThatNoDriverListsMayBeASecret() throws IOException, LaunchException {
    String device = "lightpath.site.saf.device.camera1.";
    String shown = findings(device + "driver=sim\n" + device + "pasword=hunter2\n").toString();
    assertThat(shown)
        .contains(device + "driver = sim", device + "pasword = ********")
        .doesNotContain("hunter2");
  }

  private List<Finding> bad(String text) throws IOException, LaunchException {
    return findings(text).stream().filter(it -> !it.isGood()).toList();
  }

  private List<Finding> findings(String text) throws IOException, LaunchException {
    Files.writeString(directory.resolve("lightpath.properties"), text);
    KeyTable table = KeyTable.builtIn();
    return new ConfigurationChecks(
            Configuration.read(directory, Map.of(), table), table, new Drivers(List.of()))
        .findings();
  }
}
