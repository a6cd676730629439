package org.lightpath.device.host;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Whose turn it is to call a driver: one at a time, first come first served. */
final class LaneTurn {

  /** Callers that may wait. */
  static final int MAX_WAITING = 16;

  private final ReentrantLock turn = new ReentrantLock(true);
  private final Semaphore places = new Semaphore(MAX_WAITING + 1);
  private volatile String action = "";

  /** What came of asking for the turn. */
  enum Answer {
    MINE,
    TOO_MANY,
    TOO_LATE
  }

  /** Waits at most {@code limitNanos}; {@code MINE} must be followed by {@link #leave}. */
  Answer enter(String newAction, long limitNanos) throws InterruptedException {
    if (!places.tryAcquire()) {
      return Answer.TOO_MANY;
    }
    boolean mine = false;
    try {
      mine = turn.tryLock(limitNanos, TimeUnit.NANOSECONDS);
      if (mine) {
        action = newAction;
      }
      return mine ? Answer.MINE : Answer.TOO_LATE;
    } finally {
      if (!mine) {
        places.release();
      }
    }
  }

  /** Gives the turn to the next. */
  void leave() {
    turn.unlock();
    places.release();
  }

  /** What the one whose turn it is, or was last, does. */
  String action() {
    return action;
  }
}
