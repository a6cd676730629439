package org.lightpath.plugin.simulator.sky;

/**
 * A place of the sky, ICRS (J2000).
 *
 * @param rightAscensionDegrees 0 (inclusive) to 360 (exclusive)
 * @param declinationDegrees −90 to 90
 */
public record SkyPosition(double rightAscensionDegrees, double declinationDegrees) {

  /** Brings the right ascension into its range. */
  public SkyPosition {
    rightAscensionDegrees = turn(rightAscensionDegrees);
  }

  /** An angle in degrees, brought to 0 (inclusive) to 360 (exclusive). */
  static double turn(double degrees) {
    double rest = degrees % 360;
    double positive = rest < 0 ? rest + 360 : rest;
    return positive >= 360 ? 0 : positive;
  }

  /** The place of a vector of any length. */
  static SkyPosition of(double[] vector) {
    double longitude = Math.toDegrees(Math.atan2(vector[1], vector[0]));
    double latitude = Math.toDegrees(Math.atan2(vector[2], Math.hypot(vector[0], vector[1])));
    return new SkyPosition(longitude, latitude);
  }

  /** Unit vector: x to (0, 0), y to right ascension 90, z to the pole. */
  double[] vector() {
    double ra = Math.toRadians(rightAscensionDegrees);
    double dec = Math.toRadians(declinationDegrees);
    return new double[] {Math.cos(dec) * Math.cos(ra), Math.cos(dec) * Math.sin(ra), Math.sin(dec)};
  }

  /** Angle to {@code other} in degrees, 0 to 180; good to rounding at every distance. */
  public double separationDegrees(SkyPosition other) {
    double[] a = vector();
    double[] b = other.vector();
    double cosine = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    double x = a[1] * b[2] - a[2] * b[1];
    double y = a[2] * b[0] - a[0] * b[2];
    double z = a[0] * b[1] - a[1] * b[0];
    return Math.toDegrees(Math.atan2(Math.sqrt(x * x + y * y + z * z), cosine));
  }

  /**
   * The place that lies {@code fraction} (0 to 1) of the great circle's way from here to {@code
   * target}. For opposite places, where no single great circle exists, it is {@code target}.
   */
  public SkyPosition towards(SkyPosition target, double fraction) {
    double angle = Math.toRadians(separationDegrees(target));
    double sine = Math.sin(angle);
    if (fraction >= 1 || Math.abs(sine) < 1e-12) {
      return target;
    }
    double here = Math.sin((1 - fraction) * angle) / sine;
    double there = Math.sin(fraction * angle) / sine;
    double[] a = vector();
    double[] b = target.vector();
    return of(
        new double[] {
          here * a[0] + there * b[0], here * a[1] + there * b[1], here * a[2] + there * b[2]
        });
  }
}
