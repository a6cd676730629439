package org.lightpath.device.host;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.lightpath.device.spi.DeviceDriver;

/**
 * One driver from its making until it is closed or given up; who enters it beside the calls of the
 * lane holds one of its permits.
 *
 * @param <D> the kind of driver
 */
final class DriverSession<D extends DeviceDriver> {

  private final Semaphore beside = new Semaphore(1, true);
  private final Semaphore aborting = new Semaphore(1, true);
  private volatile D driver;
  private volatile PluginCall<?> besideCall;

  /** The driver, empty until it is made. */
  Optional<D> driver() {
    return Optional.ofNullable(driver);
  }

  /** The driver, made by {@code source} if there is none yet. */
  D driverFrom(Supplier<D> source) {
    if (driver == null) {
      driver = source.get();
    }
    return driver;
  }

  /** Held by the one read-out, or other call, that runs beside the lane. */
  Semaphore beside() {
    return beside;
  }

  /** Held by the one abort. */
  Semaphore aborting() {
    return aborting;
  }

  void enteredBeside(PluginCall<?> call) {
    besideCall = call;
  }

  /** Counts a read-out that is stuck among the abandoned. */
  void abandonBeside() {
    PluginCall<?> call = besideCall;
    if (call != null) {
      call.abandon();
    }
  }
}
