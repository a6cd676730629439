package org.lightpath.device.host;

import java.util.Map;
import org.lightpath.platform.SiteCode;

/**
 * One device as a site configures it.
 *
 * @param site its site
 * @param name its name there
 * @param driver what drives it
 * @param settings of the driver, defaults filled in
 * @param timeouts how long its calls may take
 */
record DeviceConfiguration(
    SiteCode site,
    String name,
    DriverSource driver,
    Map<String, String> settings,
    DeviceTimeouts timeouts) {

  DeviceConfiguration {
    settings = Map.copyOf(settings);
  }

  /** What its keys begin with: {@code lightpath.site.saf.device.camera1.}. */
  String prefix() {
    return prefix(site.value(), name);
  }

  static String prefix(String site, String device) {
    return DeviceConfigurations.SITES + site + ".device." + device + ".";
  }

  /** {@code text} without the values of sensitive settings. */
  String withoutSecrets(String text) {
    String clean = text;
    for (Map.Entry<String, String> entry : settings.entrySet()) {
      boolean sensitive =
          driver.setting(entry.getKey()).map(setting -> setting.sensitive()).orElse(false);
      if (sensitive && !entry.getValue().isEmpty()) {
        clean = clean.replace(entry.getValue(), "***");
      }
    }
    return clean;
  }

  /** Without the settings: some are secrets. */
  @Override
  public String toString() {
    return "%s/%s (%s)".formatted(site, name, driver.described());
  }
}
