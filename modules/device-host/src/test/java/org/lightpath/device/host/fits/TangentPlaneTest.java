package org.lightpath.device.host.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.device.spi.Roi;

final class TangentPlaneTest {

  private static final double TINY = 1e-15;

  @Test
  void northIsUpAndEastIsLeftAtAngleZero() {
    TangentPlane plane = plane(camera(0, false), 1, 0, 0);

    assertThat(plane.eastPerX()).isEqualTo(-0.5 / 3600, within(TINY));
    assertThat(plane.northPerY()).isEqualTo(0.5 / 3600, within(TINY));
    assertThat(plane.eastPerY()).isEqualTo(0, within(TINY));
    assertThat(plane.northPerX()).isEqualTo(0, within(TINY));
  }

  @Test
  void eastIsUpAtAngleNinety() {
    TangentPlane plane = plane(camera(90, false), 1, 0, 0);

    assertThat(plane.eastPerY()).isEqualTo(0.5 / 3600, within(TINY));
    assertThat(plane.northPerX()).isEqualTo(0.5 / 3600, within(TINY));
  }

  @Test
  void mirrorSwapsEastAndWestOnly() {
    TangentPlane plane = plane(camera(0, true), 1, 0, 0);

    assertThat(plane.eastPerX()).isEqualTo(0.5 / 3600, within(TINY));
    assertThat(plane.northPerY()).isEqualTo(0.5 / 3600, within(TINY));
  }

  /**
   * Position angles (from north through east) of the pixel 100 above and of the pixel 100 to the
   * right of the reference, from astropy 5.2.1: {@code SkyCoord.position_angle} under a {@code WCS}
   * with CTYPE TAN, CRVAL 250, 36, CDELT −s, s (mirrored: s, s) and the rotation CROTA2 = −angle.
   */
  @ParameterizedTest
  @CsvSource({
    "0, false, 0, 270",
    "30, false, 30, 300",
    "200, false, 200, 110",
    "0, true, 0, 90",
    "30, true, 30, 120"
  })
  void upPointsAtThePositionAngle(double angle, boolean mirrored, double up, double right) {
    TangentPlane plane = plane(camera(angle, mirrored), 1, 0, 0);

    assertThat(angleOf(plane.eastPerY(), plane.northPerY())).isEqualTo(up, within(1e-9));
    assertThat(angleOf(plane.eastPerX(), plane.northPerX())).isEqualTo(right, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    // binning, left column, lower row, reference column and row: with the centre of 600 x 400
    // pixels at 300.5, 200.5, counted by hand.
    "1, 0, 0, 300.5, 200.5",
    "1, 100, 50, 200.5, 150.5",
    "2, 0, 0, 150.5, 100.5",
    "2, 100, 50, 100.5, 75.5",
    "3, 0, 0, 100.5, 67.16666666666667",
  })
  void referencePixelFollowsRegionAndBinning(int binning, int x, int y, double rx, double ry) {
    TangentPlane plane = plane(camera(0, false), binning, x, y);

    assertThat(plane.referenceX()).isEqualTo(rx, within(1e-12));
    assertThat(plane.referenceY()).isEqualTo(ry, within(1e-12));
    assertThat(plane.northPerY()).isEqualTo(0.5 * binning / 3600, within(TINY));
  }

  private static double angleOf(double east, double north) {
    return (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
  }

  private static TangentPlane plane(CameraDescription camera, int binning, int x, int y) {
    Roi roi = new Roi(x, y, 600 - x, 400 - y);
    return TangentPlane.of(
        camera, new ExposureRequest(Duration.ofSeconds(1), FrameKind.LIGHT, binning, roi));
  }

  private static CameraDescription camera(double positionAngle, boolean mirrored) {
    return new CameraDescription(
        "c",
        600,
        400,
        4,
        4,
        Duration.ZERO,
        Duration.ofHours(1),
        1,
        1,
        65535,
        0.5,
        positionAngle,
        mirrored,
        false);
  }
}
