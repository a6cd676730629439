package org.lightpath.launcher.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lightpath.launcher.config.Configuration;
import org.lightpath.launcher.config.Setting;
import org.lightpath.platform.config.KeyTable;
import org.lightpath.platform.config.KnownKey;

/** Every key with its value and where that comes from: is the key known, can the value be. */
final class ConfigurationChecks {

  private static final String OURS = "lightpath.";

  private final Configuration configuration;
  private final KeyTable table;
  private final Drivers drivers;

  ConfigurationChecks(Configuration configuration, KeyTable table, Drivers drivers) {
    this.configuration = configuration;
    this.table = table;
    this.drivers = drivers;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Setting setting : configuration.settings().values()) {
      findings.add(finding(setting));
    }
    for (KnownKey key : table.keys()) {
      if (table.single().contains(key.pattern()) && configuration.value(key.pattern()).isEmpty()) {
        findings.add(
            Finding.good("%s = %s  (default)".formatted(key.pattern(), key.defaultValue())));
      }
    }
    return findings;
  }

  private Finding finding(Setting setting) {
    String shown = drivers.mayShow(setting.key()) ? setting.shown() : KnownKey.MASK;
    String text = "%s = %s  (%s)".formatted(setting.key(), shown, setting.origin());
    Optional<KnownKey> known = table.find(setting.key());
    if (setting.key().startsWith(OURS) && known.isEmpty()) {
      return Finding.bad(
          text + " is unknown",
          table
              .nearest(setting.key())
              .map(it -> "Did you mean " + it + "?")
              .orElse("Remove it; server-config/README.md lists every key."));
    }
    return known
        .flatMap(key -> key.fault(setting.key(), setting.value()))
        .map(
            fault ->
                Finding.bad(
                    "%s  (%s)".formatted(fault, setting.origin()),
                    "Correct it there; server-config/README.md says what the key takes."))
        .orElse(Finding.good(text));
  }
}
