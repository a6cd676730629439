package org.lightpath.device.host;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lightpath.device.spi.DeviceDriver;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * One configured device: its lane, its keeper and what is known of it. Thread-safe.
 *
 * @param <D> its driver
 * @param <F> its facts
 * @param <R> its read-outs
 */
final class Device<D extends DeviceDriver, F, R> {

  private static final Logger LOG = System.getLogger(Device.class.getName());

  private final DeviceConfiguration configuration;
  private final DeviceProfile<D, F, R> profile;
  private final HostPace pace;
  private final CallThreads threads;
  private final DeviceCondition condition;
  private final DriverSeat<D> seat;
  private final DeviceLane<D> lane;
  private volatile Optional<F> facts = Optional.empty();
  private volatile Optional<R> readOut = Optional.empty();
  private volatile boolean readOutFailed;

  Device(
      DeviceConfiguration configuration,
      DeviceProfile<D, F, R> profile,
      HostPace pace,
      CallThreads threads,
      DeviceCondition condition,
      DriverSeat<D> seat) {
    this.configuration = configuration;
    this.profile = profile;
    this.pace = pace;
    this.threads = threads;
    this.condition = condition;
    this.seat = seat;
    this.lane = new DeviceLane<>(configuration.timeouts(), pace, condition, seat);
  }

  /** Makes the driver; refuses bad settings. */
  void create() {
    seat.createDriver();
  }

  /** Begins to connect and to read out; returns at once. */
  void start() {
    String label = configuration.site() + "/" + configuration.name();
    DeviceKeeper keeper = new DeviceKeeper(label, pace, condition, this::connect, this::poll);
    threads.startDaemon("device " + label + " keeper", keeper);
  }

  /** See {@link DeviceLane#call}. */
  <T> T call(String action, Duration limit, DriverCall<D, T> work) {
    return lane.call(action, limit, work);
  }

  /** See {@link DeviceLane#call}. */
  void command(String action, Duration limit, DriverCall.Command<D> command) {
    lane.call(action, limit, DriverCall.of(command));
  }

  /** See {@link DriverSeat#beside}; with the read-out deadline. */
  <T> T beside(String action, DriverCall<D, T> work) {
    return seat.beside(action, pace.readOut(), work);
  }

  /** See {@link DriverSeat#abort}. */
  void abort() {
    seat.abort();
  }

  /** See {@link DeviceLane#close}. */
  PluginCall<Boolean> close() {
    return lane.close();
  }

  /** Asks the device itself, at most {@code limit}; empty if it is away or does not tell. */
  Optional<R> readNow(Duration limit) {
    if (!condition.status().isConnected()) {
      return Optional.empty();
    }
    try {
      R fresh = seat.beside("read-out", limit, profile::read);
      readOut = Optional.of(fresh);
      return readOut;
    } catch (LightpathException e) {
      LOG.log(Level.WARNING, e.getMessage());
      return Optional.empty();
    }
  }

  /** What the last connect told; empty before the first. */
  Optional<F> facts() {
    return facts;
  }

  DeviceConfiguration configuration() {
    return configuration;
  }

  DeviceTimeouts timeouts() {
    return configuration.timeouts();
  }

  DeviceStatus status() {
    return condition.status();
  }

  DeviceView view() {
    DeviceStatus status = condition.status();
    Optional<F> known = facts;
    Map<String, Object> readings =
        status.isConnected() && known.isPresent()
            ? readOut.map(latest -> profile.readings(latest, known.get())).orElse(Map.of())
            : Map.of();
    return new DeviceView(
        configuration.site(),
        configuration.name(),
        configuration.driver().kind(),
        configuration.driver().id(),
        configuration.driver().plugin(),
        status.state(),
        status.reason(),
        status.since(),
        known.map(profile::limits).orElse(Map.of()),
        readings);
  }

  private String connect() throws InterruptedException {
    readOut = Optional.empty();
    CallEnd<F> end =
        lane.connect(driver -> Objects.requireNonNull(profile.learn(driver), "no facts"));
    if (end instanceof CallEnd.Value<F> value) {
      facts = Optional.of(value.value());
      return "";
    }
    if (end instanceof CallEnd.Fault<F> fault) {
      return fault.cause() instanceof DeviceException known
          ? String.valueOf(known.getMessage())
          : seat.faults().of("connect", fault.cause()).getMessage();
    }
    return condition.status().reason();
  }

  /** Reads it out; gives whether it is still there. */
  private boolean poll() {
    try {
      readOut = Optional.of(seat.beside("read-out", pace.readOut(), profile::read));
      readOutFailed = false;
      return true;
    } catch (LightpathException e) {
      readOut = Optional.empty();
      if (!readOutFailed) {
        LOG.log(Level.WARNING, e.getMessage());
      }
      readOutFailed = true;
      if (e.code() == ErrorCode.TIMED_OUT) {
        leaveIfStuck();
      }
      return condition.status().isConnected();
    }
  }

  private void leaveIfStuck() {
    try {
      lane.leaveIfStuck(pace.readOut());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
