package org.lightpath.device.host;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One call into a plugin, on a thread of its own with the plugin's loader as context class loader.
 * A thread per call, because a thread that hangs in a plugin cannot be had back.
 *
 * @param <T> what the call gives
 */
final class PluginCall<T> implements Runnable {

  private final ClassLoader loader;
  private final Callable<T> work;
  private final AtomicInteger abandonedCalls;
  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  private Thread thread;
  private boolean ended;
  private boolean abandoned;

  PluginCall(ClassLoader loader, Callable<T> work, AtomicInteger abandonedCalls) {
    this.loader = loader;
    this.work = work;
    this.abandonedCalls = abandonedCalls;
  }

  @Override
  public void run() {
    Thread current = Thread.currentThread();
    synchronized (this) {
      thread = current;
    }
    ClassLoader before = current.getContextClassLoader();
    current.setContextClassLoader(loader);
    try {
      outcome.complete(work.call());
    } catch (Throwable fault) {
      // Whatever a plugin throws, Errors too, is the call's outcome and must not end the hub.
      outcome.completeExceptionally(fault);
    } finally {
      current.setContextClassLoader(before);
      end();
    }
  }

  /**
   * Waits for the end: {@code limit}, then, after an interrupt of the call, {@code grace}. An
   * interrupt of the waiting thread counts as the deadline and stays set.
   */
  CallEnd<T> await(Duration limit, Duration grace) {
    boolean interrupted = false;
    try {
      return ended(outcome.get(nanos(limit), TimeUnit.NANOSECONDS));
    } catch (ExecutionException e) {
      return new CallEnd.Fault<>(e.getCause(), false);
    } catch (TimeoutException e) {
      interrupt();
    } catch (InterruptedException e) {
      interrupted = true;
      interrupt();
    }
    try {
      return awaitLate(grace);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private CallEnd<T> awaitLate(Duration grace) {
    long end = System.nanoTime() + nanos(grace);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return ended(outcome.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
          return new CallEnd.Fault<>(e.getCause(), true);
        } catch (TimeoutException e) {
          return new CallEnd.Hung<>();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Lets those who wait have {@code fault}, whatever the plugin does. */
  void fail(RuntimeException fault) {
    outcome.completeExceptionally(fault);
  }

  /** Interrupts the plugin if it is still at it. */
  synchronized void interrupt() {
    if (!ended && thread != null) {
      thread.interrupt();
    }
  }

  /** Counts it among the abandoned until it ends. */
  synchronized void abandon() {
    if (!ended && !abandoned) {
      abandoned = true;
      abandonedCalls.incrementAndGet();
    }
  }

  private synchronized void end() {
    ended = true;
    thread = null;
    if (abandoned) {
      abandonedCalls.decrementAndGet();
    }
  }

  private static <T> CallEnd<T> ended(T value) {
    return new CallEnd.Value<>(value);
  }

  /** Durations beyond 292 years count as that. */
  static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }
}
