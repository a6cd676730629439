package org.lightpath.device.host;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Keeps one device: connects it, reads it out while it is there, and gets it back when it is lost,
 * at once the first time and then with a pause that doubles. One thread per device.
 */
final class DeviceKeeper implements Runnable {

  private static final Logger LOG = System.getLogger(DeviceKeeper.class.getName());

  /** One attempt to reach the device. */
  @FunctionalInterface
  interface Attempt {
    /** Gives an empty text if it answered, else why not. */
    String toConnect() throws InterruptedException;
  }

  private final String label;
  private final HostPace pace;
  private final DeviceCondition condition;
  private final Attempt attempt;
  private final BooleanSupplier poll;
  private int failures;

  DeviceKeeper(
      String label,
      HostPace pace,
      DeviceCondition condition,
      Attempt attempt,
      BooleanSupplier poll) {
    this.label = label;
    this.pace = pace;
    this.condition = condition;
    this.attempt = attempt;
    this.poll = poll;
  }

  @Override
  public void run() {
    try {
      while (!condition.isClosed()) {
        keepOnce();
      }
    } catch (InterruptedException e) {
      // Only the container interrupts: it is stopping.
      LOG.log(Level.DEBUG, "keeper of {0} stops", label);
    }
  }

  private void keepOnce() throws InterruptedException {
    try {
      if (condition.status().isConnected()) {
        // Only a read-out proves that the device is back: a connect that is followed by a loss
        // counts as a failure, or it would be tried again without a pause.
        if (poll.getAsBoolean()) {
          failures = 0;
        }
        condition.pause(pace.poll());
      } else {
        reach();
      }
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "keeper of " + label + " goes on after a fault", e);
      condition.backOff(pace.lastRetry());
    }
  }

  private void reach() throws InterruptedException {
    if (failures > 0) {
      condition.settle();
      Duration pause = pace.backOff(failures);
      condition.backOff(pause);
      if (condition.isClosed()) {
        return;
      }
    }
    failures++;
    String fault = attempt.toConnect();
    if (fault.isEmpty()) {
      condition.connected();
      LOG.log(Level.INFO, "{0} is connected", label);
    } else {
      if (failures == 1) {
        LOG.log(Level.WARNING, "{0} is away: {1}", label, fault);
      }
      condition.stillAway(fault);
    }
  }
}
