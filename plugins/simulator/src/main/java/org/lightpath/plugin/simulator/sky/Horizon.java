package org.lightpath.plugin.simulator.sky;

import java.time.Instant;

/**
 * Where places of the sky stand above a site, and back; without refraction, with precession. UTC is
 * taken for UT1 (at most 0.9 s, 14 arcsec).
 *
 * @param latitudeDegrees geodetic, north positive
 * @param longitudeDegrees east positive
 */
public record Horizon(double latitudeDegrees, double longitudeDegrees) {

  private static final double SECONDS_PER_DAY = 86400;
  private static final double DAYS_PER_CENTURY = 36525;

  /** 2000-01-01T12:00:00Z. */
  private static final long J2000_EPOCH_SECOND = 946_728_000L;

  private static double daysSinceJ2000(Instant time) {
    return (time.getEpochSecond() - J2000_EPOCH_SECOND + time.getNano() * 1e-9) / SECONDS_PER_DAY;
  }

  /**
   * Mean sidereal time at Greenwich in degrees, 0 (inclusive) to 360 (exclusive).
   *
   * <p>Source: Meeus, Astronomical Algorithms (2nd ed.), formula 12.4.
   */
  static double greenwichSiderealDegrees(Instant time) {
    double days = daysSinceJ2000(time);
    double t = days / DAYS_PER_CENTURY;
    return SkyPosition.turn(
        280.46061837 + 360.98564736629 * days + (0.000387933 - t / 38_710_000) * t * t);
  }

  private static Precession precession(Instant time) {
    return new Precession(daysSinceJ2000(time) / DAYS_PER_CENTURY);
  }

  /** Where a place of the sky stands at {@code time}. */
  public HorizontalPosition toHorizontal(SkyPosition place, Instant time) {
    return ofDateToHorizontal(precession(time).toDate(place), time);
  }

  /**
   * Where a place, given for the equator and equinox of the date, stands at {@code time}.
   *
   * <p>Source: Meeus, Astronomical Algorithms (2nd ed.), formulae 13.5 and 13.6, with the azimuth
   * counted from north.
   */
  HorizontalPosition ofDateToHorizontal(SkyPosition ofDate, Instant time) {
    double hourAngle =
        Math.toRadians(
            greenwichSiderealDegrees(time) + longitudeDegrees - ofDate.rightAscensionDegrees());
    double[] turned = swing(hourAngle, Math.toRadians(ofDate.declinationDegrees()));
    return new HorizontalPosition(Math.toDegrees(turned[1]), Math.toDegrees(turned[0]) + 180);
  }

  /** Which place of the sky stands in a direction at {@code time}. */
  public SkyPosition toSky(HorizontalPosition direction, Instant time) {
    double fromSouth = Math.toRadians(direction.azimuthDegrees() - 180);
    double altitude = Math.toRadians(direction.altitudeDegrees());
    double latitude = Math.toRadians(latitudeDegrees);
    double y = Math.cos(altitude) * Math.sin(fromSouth);
    double x =
        Math.cos(altitude) * Math.cos(fromSouth) * Math.sin(latitude)
            + Math.sin(altitude) * Math.cos(latitude);
    double z =
        Math.sin(altitude) * Math.sin(latitude)
            - Math.cos(altitude) * Math.cos(fromSouth) * Math.cos(latitude);
    double hourAngle = Math.toDegrees(Math.atan2(y, x));
    double declination = Math.toDegrees(Math.atan2(z, Math.hypot(x, y)));
    double rightAscension = greenwichSiderealDegrees(time) + longitudeDegrees - hourAngle;
    return precession(time).toJ2000(new SkyPosition(rightAscension, declination));
  }

  /** From hour angle and declination to azimuth from south and altitude, all radians. */
  private double[] swing(double hourAngle, double declination) {
    double latitude = Math.toRadians(latitudeDegrees);
    double y = Math.cos(declination) * Math.sin(hourAngle);
    double x =
        Math.cos(declination) * Math.cos(hourAngle) * Math.sin(latitude)
            - Math.sin(declination) * Math.cos(latitude);
    double z =
        Math.sin(declination) * Math.sin(latitude)
            + Math.cos(declination) * Math.cos(hourAngle) * Math.cos(latitude);
    return new double[] {Math.atan2(y, x), Math.atan2(z, Math.hypot(x, y))};
  }
}
