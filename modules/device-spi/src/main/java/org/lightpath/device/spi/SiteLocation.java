package org.lightpath.device.spi;

/**
 * Where a site stands and what air it usually has.
 *
 * @param code site code, for example {@code saf}
 * @param latitudeDegrees geodetic, WGS84, north positive, −90 to 90
 * @param longitudeDegrees east positive, −180 to 360
 * @param elevationMetres above the ellipsoid
 * @param ambientCelsius usual air temperature at night
 * @param pressureHectopascals usual air pressure at the site, not reduced to sea level
 */
public record SiteLocation(
    String code,
    double latitudeDegrees,
    double longitudeDegrees,
    double elevationMetres,
    double ambientCelsius,
    double pressureHectopascals) {}
