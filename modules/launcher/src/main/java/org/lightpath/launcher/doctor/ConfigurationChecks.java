package org.lightpath.launcher.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lightpath.launcher.config.Configuration;
import org.lightpath.launcher.config.Setting;
import org.lightpath.launcher.plugin.InstalledPlugin;
import org.lightpath.platform.config.KeyTable;
import org.lightpath.platform.config.KnownKey;

/** Checks of every setting: is the key known, does the driver it names exist. */
final class ConfigurationChecks {

  private static final String OURS = "lightpath.";
  private static final Pattern DRIVER =
      Pattern.compile("lightpath\\.site\\.[^.]+\\.device\\.[^.]+\\.driver");

  private final Configuration configuration;
  private final KeyTable table;
  private final List<InstalledPlugin> plugins;

  ConfigurationChecks(Configuration configuration, KeyTable table, List<InstalledPlugin> plugins) {
    this.configuration = configuration;
    this.table = table;
    this.plugins = plugins;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Setting setting : configuration.settings().values()) {
      findings.add(finding(setting));
    }
    for (KnownKey key : table.keys()) {
      boolean single = !key.pattern().contains("<") && !key.pattern().contains("*");
      if (single && configuration.value(key.pattern()).isEmpty()) {
        findings.add(
            Finding.good("%s = %s  (default)".formatted(key.pattern(), key.defaultValue())));
      }
    }
    return findings;
  }

  private Finding finding(Setting setting) {
    String text = "%s = %s  (%s)".formatted(setting.key(), setting.shown(), setting.origin());
    if (setting.key().startsWith(OURS) && table.find(setting.key()).isEmpty()) {
      Optional<String> nearest = table.nearest(setting.key());
      return Finding.bad(
          text + " is unknown",
          nearest
              .map(it -> "Did you mean " + it + "?")
              .orElse("Remove it; server-config/README.md lists every key."));
    }
    Matcher driver = DRIVER.matcher(setting.key());
    if (driver.matches() && !isBrought(setting.value())) {
      return Finding.bad(
          text + ": no plugin brings this driver",
          "Install one with ./lightpath plugin add, or choose one that ./lightpath plugin list shows.");
    }
    return Finding.good(text);
  }

  private boolean isBrought(String driver) {
    return plugins.stream()
        .flatMap(it -> it.drivers().stream())
        .anyMatch(it -> it.id().equals(driver));
  }
}
