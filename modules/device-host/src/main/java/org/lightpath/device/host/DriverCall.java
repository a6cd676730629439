package org.lightpath.device.host;

import org.lightpath.device.spi.DeviceDriver;
import org.lightpath.device.spi.DeviceException;

/**
 * What is asked of a driver.
 *
 * @param <D> the kind of driver
 * @param <T> what it gives, never null
 */
@FunctionalInterface
interface DriverCall<D extends DeviceDriver, T> {

  T on(D driver) throws DeviceException;

  /** A call that gives nothing. */
  @FunctionalInterface
  interface Command<D extends DeviceDriver> {
    void on(D driver) throws DeviceException;
  }

  /** {@code command} as a call that gives {@code true}. */
  static <D extends DeviceDriver> DriverCall<D, Boolean> of(Command<D> command) {
    return driver -> {
      command.on(driver);
      return true;
    };
  }
}
