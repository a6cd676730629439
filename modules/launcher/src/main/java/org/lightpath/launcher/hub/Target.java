package org.lightpath.launcher.hub;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A star cluster that is worth a picture.
 *
 * @param name its name
 * @param rightAscensionDegrees ICRS, 0 to 360
 * @param declinationDegrees ICRS, −90 to 90
 */
public record Target(String name, double rightAscensionDegrees, double declinationDegrees) {

  /**
   * Spread over right ascension so that one of them always stands high over a northern site.
   * Source: SIMBAD, positions rounded to 0.01 degrees.
   */
  private static final List<Target> ALL =
      List.of(
          new Target("NGC 869", 34.74, 57.13),
          new Target("M35", 92.25, 24.34),
          new Target("M67", 132.85, 11.81),
          new Target("M3", 205.55, 28.38),
          new Target("M13", 250.42, 36.46),
          new Target("M92", 259.28, 43.14),
          new Target("M15", 322.49, 12.17));

  /** The one that stands highest over a place (degrees, east positive) at that time. */
  public static Target highestOver(double latitude, double longitude, Instant time) {
    return ALL.stream()
        .max(Comparator.comparingDouble(it -> it.altitudeDegrees(latitude, longitude, time)))
        .orElseThrow();
  }

  /**
   * Altitude over a place (degrees, east positive), without refraction and precession, good to half
   * a degree. Source: Meeus, Astronomical Algorithms, formulas 12.4 and 13.6.
   */
  double altitudeDegrees(double latitude, double longitude, Instant time) {
    double days = time.toEpochMilli() / 86_400_000.0 + 2440587.5 - 2451545.0; // since J2000
    double sidereal = 280.46061837 + 360.98564736629 * days + longitude;
    double hourAngle = Math.toRadians(sidereal - rightAscensionDegrees);
    double phi = Math.toRadians(latitude);
    double delta = Math.toRadians(declinationDegrees);
    double sine =
        Math.sin(phi) * Math.sin(delta) + Math.cos(phi) * Math.cos(delta) * Math.cos(hourAngle);
    return Math.toDegrees(Math.asin(sine));
  }
}
