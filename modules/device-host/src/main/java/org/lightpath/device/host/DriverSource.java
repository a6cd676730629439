package org.lightpath.device.host;

import java.util.List;
import java.util.Optional;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.DeviceDriver;
import org.lightpath.device.spi.DeviceProvider;
import org.lightpath.device.spi.Setting;

/**
 * One driver that a plugin brings.
 *
 * @param kind what it drives
 * @param id name under which a site chooses it
 * @param plugin id of its plugin
 * @param jar file name of the jar that holds it
 * @param settings every setting it reads
 * @param provider makes the drivers
 */
record DriverSource(
    DeviceKind kind,
    String id,
    String plugin,
    String jar,
    List<Setting> settings,
    DeviceProvider<?> provider) {

  /** The loader that is the context class loader around each call. */
  ClassLoader loader() {
    return provider.getClass().getClassLoader();
  }

  /** A driver that has touched no hardware yet. */
  DeviceDriver create(DeviceContext context) {
    return provider.create(context);
  }

  /** The setting of that name, empty if the driver reads none. */
  Optional<Setting> setting(String name) {
    return settings.stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  /** For messages: {@code camera driver 'sim' of plugin simulator (simulator.jar)}. */
  String described() {
    return "%s driver '%s' of plugin %s (%s)".formatted(kind.label(), id, plugin, jar);
  }
}
