package org.lightpath.plugin.simulator.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class TangentPlaneTest {

  private static final SkyPosition CENTRE = new SkyPosition(250.42, 36.46);
  private static final double STEP = 0.1;

  /** tan(0.1 degrees) in arcsec: a gnomonic projection stretches by the tangent. */
  private static final double STEP_ARCSEC = Math.tan(Math.toRadians(STEP)) * 206264.806247;

  private static double[] north(double angle, boolean mirrored) {
    return project(angle, mirrored, CENTRE.rightAscensionDegrees(), 36.46 + STEP);
  }

  /** A place at the great circle through the centre that points east: its own declination. */
  private static double[] east(double angle, boolean mirrored) {
    double dec = Math.toRadians(36.46);
    double step = Math.toRadians(STEP);
    double eastDec = Math.asin(Math.sin(dec) * Math.cos(step));
    double dRa = Math.asin(Math.sin(step) / Math.cos(eastDec));
    return project(angle, mirrored, 250.42 + Math.toDegrees(dRa), Math.toDegrees(eastDec));
  }

  private static double[] project(double angle, boolean mirrored, double ra, double dec) {
    double[] pixels = new double[2];
    TangentPlane plane = new TangentPlane(CENTRE, 2, angle, mirrored);
    assertThat(plane.project(ra, dec, pixels)).isTrue();
    return pixels;
  }

  private static void assertAt(double[] pixels, double right, double up) {
    assertThat(pixels[0]).as("right").isCloseTo(right * STEP_ARCSEC / 2, within(1e-6));
    assertThat(pixels[1]).as("up").isCloseTo(up * STEP_ARCSEC / 2, within(1e-6));
  }

  @Test
  void angleZeroIsNorthUpEastLeft() {
    assertAt(north(0, false), 0, 1);
    assertAt(east(0, false), -1, 0);
  }

  @Test
  void angleNinetyIsEastUpNorthRight() {
    assertAt(east(90, false), 0, 1);
    assertAt(north(90, false), 1, 0);
  }

  @Test
  void mirroredSwapsEastAndWestOnly() {
    assertAt(north(0, true), 0, 1);
    assertAt(east(0, true), 1, 0);
    assertAt(east(90, true), 0, 1);
    assertAt(north(90, true), -1, 0);
  }

  @Test
  void documentedMatrixTurnsPixelsBackIntoTheSky() {
    double s = 2;
    for (boolean mirrored : new boolean[] {false, true}) {
      double angle = 33;
      double p = Math.toRadians(angle);
      double m = mirrored ? -1 : 1;
      double[] pixels = project(angle, mirrored, 250.42, 36.46 + STEP);
      double xi = -m * s * Math.cos(p) * pixels[0] + s * Math.sin(p) * pixels[1];
      double eta = m * s * Math.sin(p) * pixels[0] + s * Math.cos(p) * pixels[1];
      assertThat(xi).as("east, arcsec").isCloseTo(0, within(1e-6));
      assertThat(eta).as("north, arcsec").isCloseTo(STEP_ARCSEC, within(1e-6));
    }
  }

  @Test
  void oppositeHalfOfTheSkyIsNotSeen() {
    double[] pixels = {7, 8};
    TangentPlane plane = new TangentPlane(CENTRE, 2, 0, false);
    assertThat(plane.project(70.42, -36.46, pixels)).isFalse();
    assertThat(pixels).containsExactly(7, 8);
  }
}
