package org.lightpath.device.host;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What holds for all devices.
 *
 * @param scratch folder below which each driver gets one of its own, {@code <site>/<device>}
 * @param pace the times that the host keeps itself
 * @param maxAbandonedThreads threads that may be stuck in abandoned drivers, at least 1; at that
 *     number no fresh driver is made, so that a hung plugin cannot use up the process
 */
public record HostSettings(Path scratch, HostPace pace, int maxAbandonedThreads) {

  /** Refuses a number below 1. */
  public HostSettings {
    if (maxAbandonedThreads < 1) {
      throw Refusal.of(
          "lightpath.device-host.max-abandoned-threads=%d is below 1", maxAbandonedThreads);
    }
  }

  /** The default settings with that folder for the drivers. */
  public static HostSettings withScratch(Path scratch) {
    return new HostSettings(scratch, HostPace.of(Duration.ofSeconds(5), Duration.ofSeconds(2)), 8);
  }
}
