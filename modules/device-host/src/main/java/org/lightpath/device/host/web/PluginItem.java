package org.lightpath.device.host.web;

import java.util.List;
import org.lightpath.device.host.PluginView;
import org.lightpath.device.spi.Setting;

/**
 * A plugin on the wire.
 *
 * @param id its id
 * @param version its version; absent if it says none
 * @param drivers what it brings
 */
public record PluginItem(String id, String version, List<DriverItem> drivers) {

  static PluginItem of(PluginView plugin) {
    return new PluginItem(
        plugin.id(),
        plugin.version().orElse(null),
        plugin.drivers().stream().map(DriverItem::of).toList());
  }

  /**
   * A driver on the wire.
   *
   * @param kind camera, focuser, filterWheel or mount
   * @param id what a site writes as {@code driver}
   * @param jar file that holds it
   * @param settings every setting it reads
   */
  public record DriverItem(String kind, String id, String jar, List<SettingItem> settings) {

    static DriverItem of(PluginView.Driver driver) {
      return new DriverItem(
          driver.kind().label(),
          driver.id(),
          driver.jar(),
          driver.settings().stream().map(SettingItem::of).toList());
    }
  }

  /**
   * A setting on the wire, never its configured value.
   *
   * @param name its name
   * @param required whether a device must have it
   * @param defaultValue what holds when it is absent; absent if nothing does
   * @param sensitive whether its value is a secret
   * @param meaning what it sets
   */
  public record SettingItem(
      String name, boolean required, String defaultValue, boolean sensitive, String meaning) {

    static SettingItem of(Setting setting) {
      boolean shown = !setting.sensitive() && !setting.defaultValue().isEmpty();
      return new SettingItem(
          setting.name(),
          setting.required(),
          shown ? setting.defaultValue() : null,
          setting.sensitive(),
          setting.meaning());
    }
  }
}
