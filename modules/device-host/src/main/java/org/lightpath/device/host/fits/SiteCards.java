package org.lightpath.device.host.fits;

import org.lightpath.platform.Site;

/**
 * The cards that tell where on Earth a frame was taken: as configured, and as OBSGEO in both its
 * forms, because readers that miss one complain (FITS Standard 4.0, section 8.4.1). OBSGEO-H
 * differs from SITEELEV by some 3 m: it counts from another ellipsoid.
 */
final class SiteCards {

  private SiteCards() {}

  static void add(Cards cards, Site site) {
    cards
        .text("TELESCOP", site.name(), "telescope")
        .text("SITEID", site.code().value(), "site")
        .number("SITELAT", site.latitudeDegrees(), "[deg] latitude, north positive")
        .number("SITELONG", site.longitudeDegrees(), "[deg] longitude, east positive")
        .number("SITEELEV", site.elevationMetres(), "[m] above the ellipsoid WGS84");
    Ellipsoid.Geocentric place =
        Ellipsoid.WGS84.geocentric(
            new Ellipsoid.Geodetic(
                Math.toRadians(site.latitudeDegrees()),
                Math.toRadians(site.longitudeDegrees()),
                site.elevationMetres()));
    Ellipsoid.Geodetic standard = Ellipsoid.IAU1976.geodetic(place);
    cards
        .number("OBSGEO-X", rounded(place.x(), 1e3), "[m] geocentric, to longitude 0")
        .number("OBSGEO-Y", rounded(place.y(), 1e3), "[m] geocentric, to longitude 90 east")
        .number("OBSGEO-Z", rounded(place.z(), 1e3), "[m] geocentric, to the north pole")
        .number("OBSGEO-B", degrees(standard.latitude()), "[deg] latitude, IAU 1976 ellipsoid")
        .number("OBSGEO-L", degrees(standard.longitude()), "[deg] longitude, east positive")
        .number("OBSGEO-H", rounded(standard.height(), 1e3), "[m] above the IAU 1976 ellipsoid");
  }

  private static double degrees(double radians) {
    return rounded(Math.toDegrees(radians), 1e9);
  }

  /** Without the digits that mean nothing. */
  private static double rounded(double value, double perUnit) {
    return Math.round(value * perUnit) / perUnit;
  }
}
