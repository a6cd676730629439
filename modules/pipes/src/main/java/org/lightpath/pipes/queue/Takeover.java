package org.lightpath.pipes.queue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.lightpath.pipes.QueueName;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * Waits until the broker has noticed that this hub's last connection is gone: before that, items
 * are still in the hands of the lost session, and what it committed last is not known.
 */
final class Takeover {

  private static final Logger LOG = System.getLogger(Takeover.class.getName());

  private static final long WAIT_MILLIS = 500;
  private static final long STEP_MILLIS = 10;

  /** Longer than the broker takes to notice; whoever still takes then is another program. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private boolean waiting;
  private long sinceNanos;

  /**
   * Returns when nobody else takes from the queue, or if somebody has done so for 10 s.
   *
   * @throws LightpathException UNAVAILABLE if somebody else still does after half a second
   */
  void waitForOthers(OpenQueue queue, QueueName name) throws ActiveMQException {
    for (long waited = 0; queue.otherTakers() > 0; waited += STEP_MILLIS) {
      if (!waiting) {
        waiting = true;
        sinceNanos = System.nanoTime();
      }
      if (System.nanoTime() - sinceNanos > PATIENCE.toNanos()) {
        LOG.log(Level.WARNING, "queue {0}: another program takes from it too", name);
        break;
      }
      if (waited >= WAIT_MILLIS) {
        throw new LightpathException(
            ErrorCode.UNAVAILABLE,
            "queue %s is still in the hands of a lost connection; try again".formatted(name));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(STEP_MILLIS));
    }
    waiting = false;
  }
}
