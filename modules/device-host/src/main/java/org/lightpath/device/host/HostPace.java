package org.lightpath.device.host;

import java.time.Duration;

/**
 * The times that the host keeps with every device, all longer than zero.
 *
 * @param grace how long an interrupted call may still take before its driver counts as hung
 * @param poll pause between two read-outs of a device
 * @param readOut longest read-out, and longest wait for one
 * @param abort longest time for a driver to take note of an abort
 * @param firstRetry pause before the second attempt to reach a device; doubles with each attempt
 * @param lastRetry where the doubling ends
 */
public record HostPace(
    Duration grace,
    Duration poll,
    Duration readOut,
    Duration abort,
    Duration firstRetry,
    Duration lastRetry) {

  /** Refuses zero and below. */
  public HostPace {
    requirePositive("grace-time", grace);
    requirePositive("poll-interval", poll);
  }

  /** The usual times with that grace and poll interval. */
  public static HostPace of(Duration grace, Duration poll) {
    return new HostPace(
        grace,
        poll,
        Duration.ofSeconds(5),
        Duration.ofSeconds(2),
        Duration.ofSeconds(1),
        Duration.ofSeconds(60));
  }

  /** Pause before the next attempt after {@code failures} failed ones, at least 1. */
  Duration backOff(int failures) {
    Duration pause = firstRetry;
    for (int i = 1; i < failures && pause.compareTo(lastRetry) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(lastRetry) < 0 ? pause : lastRetry;
  }

  private static void requirePositive(String key, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw Refusal.of("lightpath.device-host.%s=%s is not longer than zero", key, value);
    }
  }
}
