package org.lightpath.device.host;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.lightpath.platform.DeviceChanged;

/**
 * Tells observers of one device's changes, in order and one at a time, without a lock held, on the
 * thread that caused the change or one that was telling already. Beyond 64 changes that wait for a
 * slow observer the oldest are dropped.
 */
final class Announcements {

  private static final Logger LOG = System.getLogger(Announcements.class.getName());
  private static final int MAX_WAITING = 64;

  private final Consumer<DeviceChanged> listener;
  private final Queue<DeviceChanged> waiting = new ArrayDeque<>();
  private boolean telling;

  Announcements(Consumer<DeviceChanged> listener) {
    this.listener = listener;
  }

  /** Puts a change in line; {@link #tell} must follow. */
  synchronized void add(DeviceChanged change) {
    if (waiting.size() == MAX_WAITING) {
      waiting.remove();
      LOG.log(Level.WARNING, "observers of {0} are slow: a change is dropped", change.device());
    }
    waiting.add(change);
  }

  /** Tells all that waits, unless another thread does so already. */
  void tell() {
    DeviceChanged change = begin();
    while (change != null) {
      try {
        listener.accept(change);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "an observer of " + change.device() + " failed", e);
      }
      change = next();
    }
  }

  private synchronized DeviceChanged begin() {
    return telling ? null : next();
  }

  private synchronized DeviceChanged next() {
    DeviceChanged change = waiting.poll();
    telling = change != null;
    return change;
  }
}
