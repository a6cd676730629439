package org.lightpath.plugin.simulator.sky;

/**
 * Turns places of J2000 into those of the mean equator and equinox of a date, and back.
 *
 * <p>Source: Meeus, Astronomical Algorithms (2nd ed.), ch. 21, formulae 21.3 and 21.4 (IAU 1976).
 * Nutation (up to 18 arcsec) and aberration (21 arcsec) are left out: a simulated mount has no
 * smaller errors to hide.
 */
final class Precession {

  private final double zeta;
  private final double z;
  private final double theta;

  /** For the date {@code centuries} Julian centuries after J2000.0. */
  Precession(double centuries) {
    double t = centuries;
    zeta = arcsec((2306.2181 + (0.30188 + 0.017998 * t) * t) * t);
    z = arcsec((2306.2181 + (1.09468 + 0.018203 * t) * t) * t);
    theta = arcsec((2004.3109 - (0.42665 + 0.041833 * t) * t) * t);
  }

  private static double arcsec(double value) {
    return Math.toRadians(value / 3600);
  }

  /** Mean place of the date for a place of J2000. */
  SkyPosition toDate(SkyPosition j2000) {
    return rotate(j2000, zeta, theta, z);
  }

  /** Place of J2000 for a mean place of the date. */
  SkyPosition toJ2000(SkyPosition ofDate) {
    return rotate(ofDate, -z, -theta, -zeta);
  }

  private static SkyPosition rotate(SkyPosition from, double before, double tilt, double after) {
    double ra = Math.toRadians(from.rightAscensionDegrees()) + before;
    double dec = Math.toRadians(from.declinationDegrees());
    double a = Math.cos(dec) * Math.sin(ra);
    double b = Math.cos(tilt) * Math.cos(dec) * Math.cos(ra) - Math.sin(tilt) * Math.sin(dec);
    double c = Math.sin(tilt) * Math.cos(dec) * Math.cos(ra) + Math.cos(tilt) * Math.sin(dec);
    double turned = Math.toDegrees(Math.atan2(a, b) + after);
    return new SkyPosition(turned, Math.toDegrees(Math.atan2(c, Math.hypot(a, b))));
  }
}
