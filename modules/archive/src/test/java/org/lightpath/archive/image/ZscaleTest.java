package org.lightpath.archive.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected limits: {@code astropy.visualization.ZScaleInterval().get_limits}, astropy 5.2.1. */
final class ZscaleTest {

  @ParameterizedTest
  @CsvSource({
    "cluster.fits, 85.0, 227.58822173869524",
    "cluster_rice.fits, 85.0, 227.58822173869524",
    "cluster_real.fits, 85.57499694824219, 223.88557820240607",
    "cluster_real_rice.fits, 84.54410552978516, 223.32950512308554"
  })
  void limitsOfAStarClusterAreThoseOfAstropy(String file, double low, double high)
      throws IOException {
    Zscale zscale = Zscale.of(FitsPixels.read(FitsFile.stream(FitsFile.resource(file))).toArray());

    assertThat(zscale.low()).isEqualTo(low, within(0.01));
    assertThat(zscale.high()).isEqualTo(high, within(0.01));
  }

  @Test
  void limitsOfNumbersAreThoseOfAstropy() {
    float[] ramp = new float[40_000];
    float[] outliers = new float[40_000];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i * 7919 % 10_007;
      outliers[i] = i * 7919 % 10_007 / 100f + (i % 50 == 0 ? 60_000 : 0);
    }

    assertThat(Zscale.of(ramp)).isEqualTo(new Zscale(0, 10_006));
    assertThat(Zscale.of(outliers).low()).isEqualTo(3.48, within(0.001));
    assertThat(Zscale.of(outliers).high()).isEqualTo(60_100.02, within(0.01));
    assertThat(Zscale.of(new float[] {0, 1, 2, 3, 4, 5, 6})).isEqualTo(new Zscale(0, 6));
  }

  @Test
  void undefinedPixelsDoNotCount() {
    float[] pixels = new float[5000];
    Arrays.fill(pixels, 0, 2000, 5);
    Arrays.fill(pixels, 2000, 4000, Float.NaN);
    Arrays.fill(pixels, 4000, 5000, 5);
    pixels[10] = Float.POSITIVE_INFINITY;

    assertThat(Zscale.of(pixels)).isEqualTo(new Zscale(5, 5));
    assertThat(Zscale.of(new float[] {Float.NaN})).isEqualTo(new Zscale(0, 0));
  }
}
