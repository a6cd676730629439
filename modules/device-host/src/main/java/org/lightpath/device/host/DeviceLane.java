package org.lightpath.device.host;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lightpath.device.spi.DeviceDriver;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.platform.LightpathException;

/**
 * Lets calls into a device's driver one at a time, each with a deadline; what may run beside them
 * is the {@link DriverSeat}'s.
 *
 * @param <D> the kind of driver
 */
final class DeviceLane<D extends DeviceDriver> {

  private static final Logger LOG = System.getLogger(DeviceLane.class.getName());

  private final DeviceTimeouts timeouts;
  private final HostPace pace;
  private final DeviceCondition condition;
  private final DriverSeat<D> seat;
  private final DeviceFaults faults;
  private final LaneTurn turn = new LaneTurn();
  private volatile PluginCall<?> current;

  DeviceLane(
      DeviceTimeouts timeouts, HostPace pace, DeviceCondition condition, DriverSeat<D> seat) {
    this.timeouts = timeouts;
    this.pace = pace;
    this.condition = condition;
    this.seat = seat;
    this.faults = seat.faults();
  }

  /**
   * Makes a call when it is its turn; waits for that at most the device's {@code call-timeout}.
   *
   * @param action what it does, for messages: {@code expose}
   * @param limit its deadline
   * @throws LightpathException see {@link DeviceFaults}; TOO_MANY if 16 others wait already
   */
  <T> T call(String action, Duration limit, DriverCall<D, T> work) {
    takeTurn(action);
    try {
      DriverSession<D> mine = seat.session();
      condition.busy();
      try {
        PluginCall<T> call = seat.start(action, () -> work.on(seat.driverOf(mine)));
        current = call;
        if (condition.isClosed()) {
          call.fail(faults.stopping(action));
        }
        CallEnd<T> end = call.await(limit, pace.grace());
        if (end instanceof CallEnd.Hung<T>) {
          call.abandon();
          throw faults.hung(action, seat.leave(mine, action, limit));
        }
        return seat.resultOf(mine, action, limit, end);
      } finally {
        current = null;
        condition.idle();
      }
    } finally {
      turn.leave();
    }
  }

  /**
   * Connects the driver, a fresh one if there is none, and asks it for its facts; for the keeper.
   * On failure the condition says why.
   */
  <F> CallEnd<F> connect(DriverCall<D, F> facts) throws InterruptedException {
    String action = "connect";
    while (turn.enter(action, pace.lastRetry().toNanos()) != LaneTurn.Answer.MINE) {
      LOG.log(Level.DEBUG, "still busy with {0}: connecting waits", turn.action());
    }
    try {
      DriverSession<D> mine = freshSession();
      Optional<DeviceException> refusal = seat.refusesFreshDriver();
      if (refusal.isPresent()) {
        return new CallEnd.Fault<>(refusal.get(), false);
      }
      Duration limit = timeouts.call();
      PluginCall<F> call =
          seat.start(
              action,
              () -> {
                D driver = seat.driverFor(mine);
                driver.connect();
                return facts.on(driver);
              });
      CallEnd<F> end = call.await(limit, pace.grace());
      if (end instanceof CallEnd.Hung<F>) {
        call.abandon();
        seat.leave(mine, action, limit);
      }
      return end;
    } finally {
      turn.leave();
    }
  }

  /** Leaves the driver behind if a read-out is stuck in it though no call runs; for the keeper. */
  void leaveIfStuck(Duration limit) throws InterruptedException {
    if (turn.enter("read-out", 1) != LaneTurn.Answer.MINE) {
      return;
    }
    try {
      DriverSession<D> mine = seat.session();
      if (mine.beside().tryAcquire(pace.grace().toNanos(), TimeUnit.NANOSECONDS)) {
        mine.beside().release();
      } else {
        seat.leave(mine, "read-out", limit);
      }
    } finally {
      turn.leave();
    }
  }

  /** Lets the running call and those to come fail, and the driver close; gives the closing call. */
  PluginCall<Boolean> close() {
    condition.close();
    PluginCall<?> running = current;
    if (running != null) {
      running.fail(faults.stopping(turn.action()));
    }
    return seat.close();
  }

  // A read-out that is still under way must not meet the connect.
  private DriverSession<D> freshSession() throws InterruptedException {
    DriverSession<D> mine = seat.session();
    if (mine.beside().tryAcquire(pace.grace().toNanos(), TimeUnit.NANOSECONDS)) {
      mine.beside().release();
      return mine;
    }
    seat.leave(mine, "read-out", pace.readOut());
    return seat.session();
  }

  private void takeTurn(String action) {
    long end = System.nanoTime() + timeouts.call().toNanos();
    try {
      while (true) {
        condition.awaitSettled(end - System.nanoTime());
        seat.requireConnected();
        switch (turn.enter(action, Math.max(0, end - System.nanoTime()))) {
          case MINE -> {
            if (condition.status().isConnected()) {
              return;
            }
            turn.leave();
          }
          case TOO_LATE -> throw faults.busy(action, turn.action(), timeouts.call());
          case TOO_MANY -> throw faults.crowded(action, LaneTurn.MAX_WAITING);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw faults.interrupted(action);
    }
  }
}
