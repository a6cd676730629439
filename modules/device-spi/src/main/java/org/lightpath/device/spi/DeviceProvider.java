package org.lightpath.device.spi;

import java.util.List;

/**
 * Makes drivers of one kind of device. Listed in {@code META-INF/services} under the interface of
 * its kind, for example {@link CameraProvider}; has a public constructor without parameters.
 *
 * @param <D> the kind of driver it makes
 */
public interface DeviceProvider<D extends DeviceDriver> {

  /**
   * Name under which a site chooses it: {@code driver=<id>}. Lower case letters, digits, {@code -}.
   */
  String id();

  /** The {@link SpiVersion} it was built for: {@code return 1;}, a literal, not a reference. */
  int spiVersion();

  /** Every setting it reads; a configured one that is not listed stops the hub's start. */
  List<Setting> settings();

  /**
   * Makes the driver of one device. Touches no hardware and returns at once.
   *
   * @throws IllegalArgumentException if a setting has a value that cannot be used; the message
   *     names the setting, the value, the limit and the unit
   */
  D create(DeviceContext context);
}
