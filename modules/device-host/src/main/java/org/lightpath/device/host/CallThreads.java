package org.lightpath.device.host;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.lightpath.platform.telemetry.Work;

/**
 * Starts the threads that enter plugins and counts those that never came back. How many run at a
 * time is bounded by its callers: per device one call, one read-out and one abort.
 */
final class CallThreads {

  private static final Logger LOG = System.getLogger(CallThreads.class.getName());

  private final ThreadFactory factory;
  private final int maxAbandoned;
  private final AtomicInteger abandoned = new AtomicInteger();
  private final AtomicReference<String> outOfMemory = new AtomicReference<>();

  CallThreads(ThreadFactory factory, int maxAbandoned) {
    this.factory = factory;
    this.maxAbandoned = maxAbandoned;
  }

  /** Begins {@code work} on a daemon thread {@code name}, for whom the caller works. */
  <T> PluginCall<T> start(String name, ClassLoader loader, Callable<T> work) {
    Optional<Work> cause = Work.present();
    Callable<T> traced =
        () -> {
          cause.ifPresent(Work::begin);
          return watched(name, work);
        };
    PluginCall<T> call = new PluginCall<>(loader, traced, abandoned);
    startDaemon(name, call);
    return call;
  }

  /** Starts a daemon thread of the host's own. */
  Thread startDaemon(String name, Runnable work) {
    Thread thread = newThread(work);
    thread.setName(name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Threads that are stuck in abandoned drivers. */
  int abandoned() {
    return abandoned.get();
  }

  /** Whether so many threads are stuck that no fresh driver may be made. */
  boolean isExhausted() {
    return abandoned.get() >= maxAbandoned;
  }

  /** The call in which a plugin ran out of memory first; after that nothing in the hub is sure. */
  Optional<String> outOfMemory() {
    return Optional.ofNullable(outOfMemory.get());
  }

  // The container's factory refuses when the application stops, while drivers must still close.
  private Thread newThread(Runnable work) {
    try {
      Thread thread = factory.newThread(work);
      if (thread != null) {
        return thread;
      }
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "the container gives no more threads", e);
    }
    return new Thread(work);
  }

  private <T> T watched(String name, Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (OutOfMemoryError e) {
      outOfMemory.compareAndSet(null, name);
      LOG.log(Level.ERROR, "out of memory in " + name + ": restart the hub with more heap", e);
      throw e;
    }
  }
}
