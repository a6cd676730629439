package org.lightpath.plugin.simulator.sky;

/**
 * A direction seen from the site, without refraction.
 *
 * @param altitudeDegrees above the horizon, −90 to 90
 * @param azimuthDegrees from north through east, 0 (inclusive) to 360 (exclusive)
 */
public record HorizontalPosition(double altitudeDegrees, double azimuthDegrees) {

  /** Brings the azimuth into its range. */
  public HorizontalPosition {
    azimuthDegrees = SkyPosition.turn(azimuthDegrees);
  }
}
