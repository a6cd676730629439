package org.lightpath.device.host;

import java.util.Map;
import org.lightpath.device.spi.DeviceDriver;
import org.lightpath.device.spi.DeviceException;

/**
 * What the host knows of one kind of device.
 *
 * @param <D> its driver
 * @param <F> its facts, fixed after connect
 * @param <R> its read-outs, which may run beside a call
 */
interface DeviceProfile<D extends DeviceDriver, F, R> {

  Class<D> driverType();

  /** Asks a driver that has just connected for its facts. */
  F learn(D driver) throws DeviceException;

  /** Asks a driver for its read-outs. */
  R read(D driver) throws DeviceException;

  /** The facts by name, the unit in the name; numbers, booleans, texts and lists of texts. */
  Map<String, Object> limits(F facts);

  /** The read-outs by name, in the same way. */
  Map<String, Object> readings(R readOut, F facts);
}
