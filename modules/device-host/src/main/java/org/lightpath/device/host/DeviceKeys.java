package org.lightpath.device.host;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;

/**
 * The keys {@code lightpath.site.<site>.device.<device>.<key>} that the host reads itself; all
 * others are settings of the driver. Times are ISO-8601 durations, longer than zero.
 */
public enum DeviceKeys {
  /** Id of the driver; a device has one. */
  DRIVER("driver", ""),
  /** camera, focuser, filterWheel or mount; needed if neither driver nor name tell. */
  KIND("kind", ""),
  /** Longest connect, and longest wait for the device's turn or for it to connect. */
  CALL_TIMEOUT("call-timeout", "PT30S"),
  /** Longest slew, parking, focuser move or filter change. */
  MOVE_TIMEOUT("move-timeout", "PT5M"),
  /** What an exposure may take beyond its exposure time: cleaning, readout, transfer. */
  READOUT_TIMEOUT("readout-timeout", "PT60S");

  private final String key;
  private final String defaultValue;

  DeviceKeys(String key, String defaultValue) {
    this.key = key;
    this.defaultValue = defaultValue;
  }

  /** Its last part, for example {@code call-timeout}. */
  public String key() {
    return key;
  }

  /** What holds when it is absent; empty if nothing does. */
  public String defaultValue() {
    return defaultValue;
  }

  /** Whether a driver's setting cannot have that name. */
  static boolean isHostKey(String name) {
    return Arrays.stream(values()).anyMatch(known -> known.key.equals(name));
  }

  /** The duration among a device's {@code values}; refuses a bad one, naming {@code prefix}. */
  Duration durationIn(Map<String, String> values, String prefix) {
    String text = values.getOrDefault(key, defaultValue);
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(Duration.ZERO) > 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      throw Refusal.because(e, "%s", notDuration(prefix, text));
    }
    throw Refusal.of("%s", notDuration(prefix, text));
  }

  private String notDuration(String prefix, String text) {
    return "%s%s=%s is not an ISO-8601 duration longer than zero, such as %s"
        .formatted(prefix, key, text, defaultValue);
  }
}
