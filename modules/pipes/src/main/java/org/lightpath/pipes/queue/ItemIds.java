package org.lightpath.pipes.queue;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Ids of one queue, strictly ascending as text: 13 digits of Unix milliseconds, {@code _}, 8
 * hexadecimal digits.
 *
 * <p>They ascend across restarts and steps of the clock too, because the broker keeps a floor that
 * no id has passed: {@link #resumeAt} takes the stored floor, {@link #floorToStore} says when a new
 * one must be stored together with the item. Not thread-safe.
 */
final class ItemIds {

  /** How far a new floor lies ahead, so that a busy queue stores one every two seconds. */
  private static final long AHEAD_MILLIS = 2_000;

  private static final long LARGEST_SUFFIX = 0xFFFF_FFFFL;

  private final Clock clock;
  private final RandomGenerator random;
  private long millis;
  private long suffix = LARGEST_SUFFIX;
  private long floorMillis;

  ItemIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** No later id is at or below {@code storedFloorMillis}, the floor that the broker keeps. */
  void resumeAt(long storedFloorMillis) {
    floorMillis = storedFloorMillis;
    if (storedFloorMillis >= millis) {
      millis = storedFloorMillis;
      suffix = LARGEST_SUFFIX;
    }
  }

  /** A new id. */
  String next() {
    long now = clock.millis();
    if (now > millis) {
      begin(now);
    } else if (suffix >= LARGEST_SUFFIX) {
      begin(millis + 1);
    } else {
      suffix++;
    }
    return "%013d_%08x".formatted(millis, suffix);
  }

  /** Whether the last id has passed the stored floor. */
  boolean hasPassedFloor() {
    return millis > floorMillis;
  }

  /** Raises the floor above the last id; the caller stores it in the commit of that id's item. */
  long floorToStore() {
    floorMillis = millis + AHEAD_MILLIS;
    return floorMillis;
  }

  /** Half of the suffixes stay free for the rest of this millisecond. */
  private void begin(long newMillis) {
    millis = newMillis;
    suffix = random.nextLong(LARGEST_SUFFIX / 2);
  }
}
