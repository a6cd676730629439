package org.lightpath.pipes.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * Brings calls from many threads to one owner, in order and never two at a time, without a thread
 * of its own. Thread-safe.
 */
final class Lane {

  /** Who carries the calls out. Its methods are called by one thread at a time. */
  interface Owner {
    /** Carries out everything in {@code batch}, which may be empty, and answers it. */
    void carryOut(List<Call<?>> batch);

    /** What to do when nothing waits. */
    Next next();

    /** Says that the lane has ended: it takes no more calls. */
    void retired();
  }

  /** What follows when nothing waits. */
  enum Next {
    REST,
    /** Carry out an empty batch after a pause. */
    TRY_AGAIN,
    RETIRE
  }

  private static final int MOST_CALLS_PER_BATCH = 1_000;
  private static final int MOST_CALLS_WAITING = 10_000;
  private static final long PAUSE_MILLIS = 1_000;

  private final Executor executor;
  private final Owner owner;
  private final Deque<Call<?>> waiting = new ArrayDeque<>();
  private boolean scheduled;
  private boolean retired;
  private boolean pausing;

  Lane(Executor executor, Owner owner) {
    this.executor = executor;
    this.owner = owner;
  }

  /**
   * Queues a call; false if the lane has ended.
   *
   * @throws LightpathException TOO_MANY if 10 000 calls wait already
   */
  synchronized boolean offer(Call<?> call) {
    if (retired) {
      return false;
    }
    if (waiting.size() >= MOST_CALLS_WAITING) {
      throw new LightpathException(
          ErrorCode.TOO_MANY,
          "%d calls wait for this queue, no more are taken".formatted(MOST_CALLS_WAITING));
    }
    waiting.add(call);
    schedule();
    return true;
  }

  private synchronized void schedule() {
    if (!scheduled) {
      scheduled = true;
      begin();
    }
  }

  /** A lane that could not begin must be free to begin at the next call. */
  private void begin() {
    try {
      executor.execute(this::runBatch);
    } catch (RuntimeException | Error e) {
      scheduled = false;
      throw e;
    }
  }

  private void runBatch() {
    try {
      owner.carryOut(nextBatch());
    } finally {
      if (finish() == Next.RETIRE) {
        owner.retired();
      }
    }
  }

  private synchronized List<Call<?>> nextBatch() {
    List<Call<?>> batch = new ArrayList<>();
    while (!waiting.isEmpty() && batch.size() < MOST_CALLS_PER_BATCH) {
      batch.add(waiting.poll());
    }
    return batch;
  }

  private synchronized Next finish() {
    Next next = waiting.isEmpty() ? owner.next() : Next.REST;
    scheduled = false;
    if (!waiting.isEmpty()) {
      schedule();
    } else if (next == Next.RETIRE) {
      retired = true;
    } else if (next == Next.TRY_AGAIN && !pausing) {
      pausing = true;
      executor.execute(this::pause);
    }
    return next;
  }

  private void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    synchronized (this) {
      pausing = false;
      schedule();
    }
  }
}
