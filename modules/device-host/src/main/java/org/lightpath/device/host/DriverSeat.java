package org.lightpath.device.host;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lightpath.device.spi.DeviceDriver;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.platform.LightpathException;

/**
 * The present driver of a device and every thread that enters it: read-outs beside the lane's
 * calls, one at a time, and aborts, which wait for neither. When a call hangs the driver is left
 * behind with it and a fresh one takes its place.
 *
 * @param <D> the kind of driver
 */
final class DriverSeat<D extends DeviceDriver> {

  private static final Logger LOG = System.getLogger(DriverSeat.class.getName());

  private final DeviceConfiguration device;
  private final HostPace pace;
  private final CallThreads threads;
  private final DeviceCondition condition;
  private final Supplier<D> source;
  private final String label;
  private final DeviceFaults faults;
  private volatile DriverSession<D> session = new DriverSession<>();

  DriverSeat(
      DeviceConfiguration device,
      HostPace pace,
      CallThreads threads,
      DeviceCondition condition,
      Supplier<D> source) {
    this.device = device;
    this.pace = pace;
    this.threads = threads;
    this.condition = condition;
    this.source = source;
    this.label = device.site() + "/" + device.name();
    this.faults = new DeviceFaults(label);
  }

  /** The present driver. */
  DriverSession<D> session() {
    return session;
  }

  /** Makes the first driver, so that a bad setting shows at once; touches no hardware. */
  void createDriver() {
    String action = "create";
    DriverSession<D> mine = session;
    CallEnd<D> end =
        start(action, () -> mine.driverFrom(source)).await(device.timeouts().call(), pace.grace());
    if (end instanceof CallEnd.Fault<D> fault) {
      throw refusedSettings(fault.cause());
    }
    if (end instanceof CallEnd.Hung<D>) {
      throw Refusal.of(
          "%s*: %s did not return from create() within %s",
          device.prefix(),
          device.driver().described(),
          DeviceFaults.seconds(device.timeouts().call()));
    }
  }

  /**
   * Makes a call that may run beside others: a read-out. One that comes back late keeps the next
   * one waiting, nobody else.
   */
  <T> T beside(String action, Duration limit, DriverCall<D, T> work) {
    // In this order: a session that is seen before the state says connected has its driver.
    DriverSession<D> mine = session;
    requireConnected();
    acquire(mine.beside(), action, limit);
    PluginCall<T> call;
    try {
      call =
          start(
              action,
              () -> {
                try {
                  return work.on(driverOf(mine));
                } finally {
                  mine.beside().release();
                }
              });
    } catch (RuntimeException | Error e) {
      mine.beside().release();
      throw e;
    }
    mine.enteredBeside(call);
    CallEnd<T> end = call.await(limit, Duration.ofMillis(1));
    if (end instanceof CallEnd.Hung<T>) {
      throw faults.late(action, limit, null);
    }
    return resultOf(mine, action, limit, end);
  }

  /**
   * Stops what the device does; never waits for a call.
   *
   * @throws LightpathException UNAVAILABLE if the device is away; TIMED_OUT if the driver does not
   *     take note within the abort deadline
   */
  void abort() {
    DriverSession<D> mine = session;
    requireConnected();
    String action = "abort";
    acquire(mine.aborting(), action, pace.abort());
    PluginCall<Boolean> call;
    try {
      call =
          start(
              action,
              () -> {
                try {
                  driverOf(mine).abort();
                  return true;
                } finally {
                  mine.aborting().release();
                }
              });
    } catch (RuntimeException | Error e) {
      mine.aborting().release();
      throw e;
    }
    CallEnd<Boolean> end = call.await(pace.abort(), Duration.ofMillis(1));
    if (end instanceof CallEnd.Hung<Boolean>) {
      call.abandon();
      throw faults.late(action, pace.abort(), null);
    }
    resultOf(mine, action, pace.abort(), end);
  }

  private LightpathException refusedSettings(Throwable cause) {
    String said = Refusal.said(cause);
    String shown = device.withoutSecrets(said);
    String message = "%s*: %s refuses its settings: %s";
    String driver = device.driver().described();
    // The log prints causes: one that tells a secret must not travel.
    return shown.equals(said)
        ? Refusal.because(cause, message, device.prefix(), driver, shown)
        : Refusal.of(message, device.prefix(), driver, shown);
  }

  /** The driver of {@code mine}, made if there is none yet. */
  D driverFor(DriverSession<D> mine) {
    return mine.driverFrom(source);
  }

  /** Begins {@code work} on a thread of its own. */
  <T> PluginCall<T> start(String action, Callable<T> work) {
    return threads.start("device " + label + " " + action, device.driver().loader(), work);
  }

  /** The value of {@code end}, or what it threw as {@link DeviceFaults} says it. */
  <T> T resultOf(DriverSession<D> mine, String action, Duration limit, CallEnd<T> end) {
    if (end instanceof CallEnd.Value<T> value && value.value() != null) {
      return value.value();
    }
    if (!(end instanceof CallEnd.Fault<T> fault)) {
      throw faults.of(action, new IllegalStateException("it returned null"));
    }
    boolean away =
        fault.cause() instanceof DeviceException known && known.code() == DeviceException.Code.AWAY;
    if (away && session == mine && !condition.isClosed()) {
      condition.lost(fault.cause().getMessage());
    }
    if (Thread.currentThread().isInterrupted()) {
      throw faults.interrupted(action);
    }
    throw fault.late()
        ? faults.late(action, limit, fault.cause())
        : faults.of(action, fault.cause());
  }

  /**
   * Gives {@code old} up with the thread that hangs in it, and makes room for a fresh driver; only
   * for the one whose turn it is. Gives the reason.
   */
  String leave(DriverSession<D> old, String action, Duration limit) {
    String reason =
        "%s did not return within %s and %s of grace; the driver is given up"
            .formatted(action, DeviceFaults.seconds(limit), DeviceFaults.seconds(pace.grace()));
    LOG.log(Level.ERROR, "{0}: {1}", label, reason);
    condition.lost(reason);
    session = new DriverSession<>();
    old.abandonBeside();
    closeDriver(old).abandon();
    return reason;
  }

  /** Lets the driver close; gives the closing call. */
  PluginCall<Boolean> close() {
    return closeDriver(session);
  }

  /** The messages of this device. */
  DeviceFaults faults() {
    return faults;
  }

  /** Why no driver may be made now that there is none: too many threads hang already. */
  Optional<DeviceException> refusesFreshDriver() {
    if (session.driver().isPresent() || !threads.isExhausted()) {
      return Optional.empty();
    }
    return Optional.of(
        new DeviceException(
            DeviceException.Code.AWAY,
            "%d threads hang in drivers that were given up: restart the hub"
                .formatted(threads.abandoned())));
  }

  /** Refuses with UNAVAILABLE if the device is away. */
  void requireConnected() {
    DeviceStatus status = condition.status();
    if (!status.isConnected()) {
      throw faults.away(status);
    }
  }

  private void acquire(Semaphore permit, String action, Duration limit) {
    try {
      if (!permit.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        throw faults.late(action, limit, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw faults.interrupted(action);
    }
  }

  /** The driver of a session that was connected. */
  D driverOf(DriverSession<D> mine) throws DeviceException {
    return mine.driver()
        .orElseThrow(() -> new DeviceException(DeviceException.Code.AWAY, "it has no driver now"));
  }

  private PluginCall<Boolean> closeDriver(DriverSession<D> old) {
    return start(
        "close",
        () -> {
          old.driver().ifPresent(DeviceDriver::close);
          return true;
        });
  }
}
