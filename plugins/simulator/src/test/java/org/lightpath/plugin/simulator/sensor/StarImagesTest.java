package org.lightpath.plugin.simulator.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.device.spi.Roi;

final class StarImagesTest {

  private static final int SIZE = 201;
  private static final Roi AREA = new Roi(0, 0, SIZE, SIZE);

  private static float[] star(double fwhm, double x, double y, double electrons) {
    StarImages stars = new StarImages(PointSpread.ofFwhm(fwhm), 1e-4, AREA);
    stars.add(x, y, electrons);
    float[] strip = new float[SIZE * SIZE];
    stars.draw(strip, 0, 0, SIZE, SIZE);
    return strip;
  }

  @Test
  void lightOfStarIsItsElectrons() {
    for (double fwhm : new double[] {2, 3.5, 8}) {
      double sum = 0;
      for (float value : star(fwhm, 100.3, 99.6, 50_000)) {
        sum += value;
      }
      assertThat(sum).as("FWHM %s", fwhm).isCloseTo(50_000, within(0.02 * 50_000));
    }
  }

  @Test
  void halfMaximumIsAtHalfTheWidth() {
    float[] strip = star(10, 100, 100, 50_000);
    float peak = strip[100 * SIZE + 100];
    assertThat(strip[100 * SIZE + 105]).isCloseTo(peak / 2, within(peak * 1e-4f));
    assertThat(strip[95 * SIZE + 100]).isCloseTo(peak / 2, within(peak * 1e-4f));
  }

  @Test
  void starsDrawnInStripsAreWhole() {
    StarImages stars = new StarImages(PointSpread.ofFwhm(4), 1e-3, AREA);
    stars.add(20.4, 31.7, 10_000);
    stars.add(-2, 63.5, 90_000);
    float[] whole = new float[64 * 64];
    stars.draw(whole, 0, 0, 64, 64);
    float[] upper = new float[32 * 64];
    stars.draw(upper, 0, 32, 64, 32);
    for (int i = 0; i < upper.length; i++) {
      assertThat(upper[i])
          .isCloseTo(whole[32 * 64 + i], within(whole[32 * 64 + i] * 1e-4f + 2e-3f));
    }
  }

  @Test
  void starTooFaintToBeSeenIsLeftOut() {
    StarImages stars = new StarImages(PointSpread.ofFwhm(3), 0.5, AREA);
    stars.add(10, 10, stars.faintestElectrons() * 0.99);
    assertThat(stars.count()).isZero();
    stars.add(10, 10, stars.faintestElectrons() * 1.01);
    assertThat(stars.count()).isEqualTo(1);
  }

  @Test
  void starWhoseLightDoesNotReachTheRoiIsLeftOut() {
    StarImages stars = new StarImages(PointSpread.ofFwhm(3), 0.5, new Roi(100, 100, 50, 50));
    stars.add(50, 120, 1000);
    assertThat(stars.count()).isZero();
    stars.add(98, 120, 1000);
    assertThat(stars.count()).isEqualTo(1);
  }
}
