package org.lightpath.plugin.simulator;

import java.time.Instant;
import org.lightpath.device.spi.SiteLocation;

/**
 * The air at the site: the site's usual night temperature at local midnight, warmest at 15 h and
 * coldest at 3 h of local mean solar time.
 *
 * @param midnightCelsius air temperature at midnight
 * @param longitudeDegrees east positive
 */
record SiteAir(double midnightCelsius, double longitudeDegrees) {

  /** Half of the difference between day and night. */
  private static final double SWING_CELSIUS = 4;

  private static final double WARMEST_HOUR = 15;

  static SiteAir of(SiteLocation site) {
    return new SiteAir(site.ambientCelsius(), site.longitudeDegrees());
  }

  /** Air temperature at {@code time}, degrees Celsius. */
  double celsius(Instant time) {
    double hour = time.toEpochMilli() / 3_600_000.0 + longitudeDegrees / 15;
    return midnightCelsius + SWING_CELSIUS * (wave(hour) - wave(0));
  }

  private static double wave(double hour) {
    return Math.cos(2 * Math.PI * (hour - WARMEST_HOUR) / 24);
  }
}
