package org.lightpath.platform;

import java.time.ZoneId;
import java.util.Optional;

/**
 * A place with telescopes, as configured.
 *
 * @param code its code
 * @param name its name for people
 * @param latitudeDegrees geodetic, WGS84, north positive, −90 to 90
 * @param longitudeDegrees east positive, −180 to 360
 * @param elevationMetres above the ellipsoid
 * @param zone time zone, for the observing night's date
 * @param ambientCelsius usual air temperature at night
 * @param pressureHectopascals usual air pressure at the site
 * @param pipeQueue PIPE queue that hears of new images; empty if none does
 */
public record Site(
    SiteCode code,
    String name,
    double latitudeDegrees,
    double longitudeDegrees,
    double elevationMetres,
    ZoneId zone,
    double ambientCelsius,
    double pressureHectopascals,
    Optional<String> pipeQueue) {}
