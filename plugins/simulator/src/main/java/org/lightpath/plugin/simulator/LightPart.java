package org.lightpath.plugin.simulator;

import java.time.Instant;
import java.util.Optional;
import org.lightpath.plugin.simulator.sky.SkyPosition;

/** What one device does to the light of the telescope. Thread-safe; a camera does nothing to it. */
interface LightPart {

  /** Where the telescope points because of it; empty if it has no say in this. */
  default Optional<SkyPosition> pointing(Instant time) {
    return Optional.empty();
  }

  /** How much it blurs stars: full width at half maximum, arcsec. */
  default double defocusArcsec(Instant time) {
    return 0;
  }

  /** Part of the light that it lets through, 0 to 1. */
  default double throughput() {
    return 1;
  }
}
