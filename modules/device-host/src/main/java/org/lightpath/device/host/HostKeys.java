package org.lightpath.device.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The host's part of MicroProfile Config.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>default</th><th>meaning</th></tr>
 * <tr><td>{@value #PLUGINS_DIR}</td><td>none: no plugins</td><td>folder with one folder per plugin,
 * absolute</td></tr>
 * <tr><td>{@value #GRACE}</td><td>PT5S</td><td>how long an interrupted call may still take before
 * its driver counts as hung</td></tr>
 * <tr><td>{@value #POLL}</td><td>PT2S</td><td>pause between two read-outs of a device</td></tr>
 * <tr><td>{@value #MAX_ABANDONED}</td><td>8</td><td>threads that may hang in drivers that were given
 * up; at that number no fresh driver is made until one of them ends or the hub restarts</td></tr>
 * </table>
 *
 * <p>The keys of one device are {@link DeviceKeys}.
 */
final class HostKeys {

  static final String PLUGINS_DIR = "lightpath.plugins.dir";
  static final String GRACE = "lightpath.device-host.grace-time";
  static final String POLL = "lightpath.device-host.poll-interval";
  static final String MAX_ABANDONED = "lightpath.device-host.max-abandoned-threads";

  private final Config config;

  HostKeys(Config config) {
    this.config = config;
  }

  /** Folder of the plugins, empty if none is configured; refuses a relative one. */
  Optional<Path> pluginsFolder() {
    return absolute(PLUGINS_DIR);
  }

  /** The settings for all devices, whose drivers write below {@code scratch}. */
  HostSettings settings(Path scratch) {
    HostPace pace =
        HostPace.of(
            value(GRACE, Duration.class, Duration.ofSeconds(5)),
            value(POLL, Duration.class, Duration.ofSeconds(2)));
    return new HostSettings(scratch, pace, value(MAX_ABANDONED, Integer.class, 8));
  }

  /** Every key about a device with its value, empty text if it has none. */
  Map<String, String> deviceProperties() {
    Map<String, String> found = new HashMap<>();
    for (String name : config.getPropertyNames()) {
      if (DeviceConfigurations.isDeviceKey(name)) {
        found.put(name, config.getOptionalValue(name, String.class).orElse(""));
      }
    }
    return found;
  }

  private <T> T value(String key, Class<T> type, T absent) {
    try {
      return config.getOptionalValue(key, type).orElse(absent);
    } catch (IllegalArgumentException e) {
      throw Refusal.because(
          e,
          "%s=%s cannot be used; write one like %s",
          key,
          config.getConfigValue(key).getValue(),
          absent);
    }
  }

  private Optional<Path> absolute(String key) {
    Optional<Path> path = config.getOptionalValue(key, String.class).map(Path::of);
    path.filter(p -> !p.isAbsolute())
        .ifPresent(
            p -> {
              throw Refusal.of("%s=%s is not an absolute path", key, p);
            });
    return path;
  }
}
