package org.lightpath.device.host.web;

import java.util.Map;
import org.lightpath.device.host.DeviceView;

/**
 * A device on the wire.
 *
 * @param name its name at the site
 * @param kind camera, focuser, filterWheel or mount
 * @param driver id of its driver
 * @param plugin id of the plugin that brings the driver
 * @param state CONNECTING, READY, BUSY or AWAY
 * @param reason why it is AWAY; absent otherwise
 * @param since since when it is in that state, ISO 8601 UTC
 * @param limits what the device tells of itself, by name with the unit in it
 * @param readings its latest read-out, in the same way
 */
public record DeviceItem(
    String name,
    String kind,
    String driver,
    String plugin,
    String state,
    String reason,
    String since,
    Map<String, Object> limits,
    Map<String, Object> readings) {

  static DeviceItem of(DeviceView device) {
    return new DeviceItem(
        device.name(),
        device.kind().label(),
        device.driver(),
        device.plugin(),
        device.state().name(),
        device.reason().isEmpty() ? null : device.reason(),
        device.since().toString(),
        device.limits(),
        device.readings());
  }
}
