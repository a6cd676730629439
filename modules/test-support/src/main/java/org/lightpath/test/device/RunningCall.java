package org.lightpath.test.device;

import java.time.Duration;
import org.lightpath.device.spi.DeviceException;

/** A call of a driver that runs in a thread of its own. */
final class RunningCall {

  /** What runs. */
  interface Body {
    void run() throws DeviceException;
  }

  private final Thread thread;
  private volatile Throwable failure = new AssertionError("the call is still running");

  private RunningCall(Body body) {
    thread = new Thread(() -> failure = outcomeOf(body), "contract-call");
    thread.setDaemon(true);
  }

  /** Starts {@code body}. */
  static RunningCall of(Body body) {
    RunningCall call = new RunningCall(body);
    call.thread.start();
    return call;
  }

  private static Throwable outcomeOf(Body body) {
    try {
      body.run();
      return new AssertionError("the call ended without being stopped");
    } catch (DeviceException | RuntimeException | Error e) {
      return e;
    }
  }

  Thread thread() {
    return thread;
  }

  /** Waits at most {@code limit} and says whether it has ended. */
  boolean endsWithin(Duration limit) throws InterruptedException {
    if (!limit.isZero()) {
      thread.join(limit.toMillis());
    }
    return !thread.isAlive();
  }

  /** What it threw; an {@link AssertionError} if it threw nothing or still runs. */
  Throwable failure() {
    return failure;
  }
}
