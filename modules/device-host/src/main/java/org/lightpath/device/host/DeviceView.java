package org.lightpath.device.host;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lightpath.platform.SiteCode;

/**
 * What is known of a device without asking it.
 *
 * @param site its site
 * @param name its name there
 * @param kind what it is
 * @param driver id of its driver
 * @param plugin id of the plugin that brings the driver
 * @param state what it does
 * @param reason why it is AWAY; empty otherwise
 * @param since since when it is in that state, UTC
 * @param limits what the last connect told, by name with the unit in it; empty before the first
 * @param readings the latest read-out, in the same way, at most a poll interval and a read-out's
 *     deadline old; empty while the device is not connected or does not tell
 */
public record DeviceView(
    SiteCode site,
    String name,
    DeviceKind kind,
    String driver,
    String plugin,
    DeviceState state,
    String reason,
    Instant since,
    Map<String, Object> limits,
    Map<String, Object> readings) {

  /** Copies the maps, keeping their order. */
  public DeviceView {
    limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
  }
}
