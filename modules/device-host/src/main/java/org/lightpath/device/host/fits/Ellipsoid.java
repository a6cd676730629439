package org.lightpath.device.host.fits;

/**
 * An Earth ellipsoid, to turn geodetic coordinates into geocentric ones and back.
 *
 * @param equatorMetres equatorial radius
 * @param flattening 1 less the ratio of the radii
 */
record Ellipsoid(double equatorMetres, double flattening) {

  /** The one of satellite navigation, and of {@code Site}. */
  static final Ellipsoid WGS84 = new Ellipsoid(6_378_137, 1 / 298.257223563);

  /** The one that OBSGEO-B, -L and -H refer to (FITS Standard 4.0, section 8.4.1). */
  static final Ellipsoid IAU1976 = new Ellipsoid(6_378_140, 1 / 298.2577);

  /** Geodetic position: radians, north and east positive, and metres above the ellipsoid. */
  record Geodetic(double latitude, double longitude, double height) {}

  /** Position in metres in the Earth's frame: x to longitude 0, z to the north pole. */
  record Geocentric(double x, double y, double z) {}

  Geocentric geocentric(Geodetic place) {
    double sine = Math.sin(place.latitude());
    double normal = equatorMetres / Math.sqrt(1 - eccentricitySquared() * sine * sine);
    double fromAxis = (normal + place.height()) * Math.cos(place.latitude());
    return new Geocentric(
        fromAxis * Math.cos(place.longitude()),
        fromAxis * Math.sin(place.longitude()),
        ((1 - eccentricitySquared()) * normal + place.height()) * sine);
  }

  /** Bowring (1976), Survey Review 23, 323: better than 1 mm near the ground. */
  Geodetic geodetic(Geocentric place) {
    double fromAxis = Math.hypot(place.x(), place.y());
    double poleMetres = equatorMetres * (1 - flattening);
    double e2 = eccentricitySquared();
    double reduced = Math.atan2(place.z() * equatorMetres, fromAxis * poleMetres);
    double latitude =
        Math.atan2(
            place.z() + e2 / (1 - e2) * poleMetres * Math.pow(Math.sin(reduced), 3),
            fromAxis - e2 * equatorMetres * Math.pow(Math.cos(reduced), 3));
    double sine = Math.sin(latitude);
    double height =
        fromAxis * Math.cos(latitude)
            + place.z() * sine
            - equatorMetres * Math.sqrt(1 - e2 * sine * sine);
    return new Geodetic(latitude, Math.atan2(place.y(), place.x()), height);
  }

  private double eccentricitySquared() {
    return flattening * (2 - flattening);
  }
}
