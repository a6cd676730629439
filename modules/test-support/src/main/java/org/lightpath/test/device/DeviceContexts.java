package org.lightpath.test.device;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.DeviceProvider;
import org.lightpath.device.spi.Setting;
import org.lightpath.device.spi.SiteLocation;

/** Makes the contexts that drivers get in tests, filled with defaults as the hub does it. */
public final class DeviceContexts {

  private DeviceContexts() {}

  /**
   * A site in New Mexico: latitude 35.554444°, longitude −105.870278°, 2194 m, 10 °C, 784 hPa.
   *
   * @param code its site code; tests that share a code share what a plugin keeps per site
   */
  public static SiteLocation site(String code) {
    return new SiteLocation(code, 35.554444, -105.870278, 2194, 10, 784);
  }

  /**
   * A context whose settings are {@code chosen} and, for all others that {@code provider} lists,
   * their defaults. A setting without a default stays absent.
   *
   * @throws IllegalArgumentException if {@code chosen} has a name that the provider does not list
   */
  public static DeviceContext of(
      DeviceProvider<?> provider,
      SiteLocation site,
      String deviceName,
      Map<String, String> chosen,
      Path scratch,
      Clock clock) {
    Set<String> known =
        provider.settings().stream().map(Setting::name).collect(Collectors.toUnmodifiableSet());
    for (String name : chosen.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "driver '%s' has no setting '%s', only %s".formatted(provider.id(), name, known));
      }
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (Setting setting : provider.settings()) {
      if (!setting.defaultValue().isEmpty()) {
        settings.put(setting.name(), setting.defaultValue());
      }
    }
    settings.putAll(chosen);
    return new DeviceContext(site, deviceName, settings, scratch, clock);
  }
}
