package org.lightpath.plugin.simulator.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PixelNoiseTest {

  private static final int COUNT = 400_000;

  /** Mean and variance of many values. */
  private static double[] moments(PixelNoise noise, float mean) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < COUNT; i++) {
      double value = noise.electrons(mean);
      sum += value;
      squares += value * value;
    }
    double average = sum / COUNT;
    return new double[] {average, squares / COUNT - average * average};
  }

  @Test
  void photonsHaveTheVarianceOfTheirMeanPlusThatOfTheReadout() {
    for (float mean : new float[] {0, 0.1f, 1, 5, 15.9f, 16.1f, 100, 10_000}) {
      double[] moments = moments(new PixelNoise(new SplittableRandom(42), 7), mean);
      double variance = mean + 49;
      assertThat(moments[0]).as("mean").isCloseTo(mean, within(5 * Math.sqrt(variance / COUNT)));
      assertThat(moments[1])
          .as("variance at %s", mean)
          .isCloseTo(variance, within(0.015 * variance));
    }
  }

  @Test
  void fewPhotonsComeInWholeNumbersWithPoissonChances() {
    PixelNoise noise = new PixelNoise(new SplittableRandom(1), 0);
    int[] seen = new int[30];
    for (int i = 0; i < COUNT; i++) {
      float value = noise.electrons(2);
      assertThat(value).isEqualTo((int) value);
      seen[(int) value]++;
    }
    assertThat(seen[0] / (double) COUNT).isCloseTo(Math.exp(-2), within(0.003));
    assertThat(seen[2] / (double) COUNT).isCloseTo(2 * Math.exp(-2), within(0.003));
  }

  @Test
  void oneInSixHundredIsBeyondThreeSigma() {
    PixelNoise noise = new PixelNoise(new SplittableRandom(3), 1);
    int beyond = 0;
    for (int i = 0; i < COUNT; i++) {
      beyond += Math.abs(noise.gaussian()) > 3 ? 1 : 0;
    }
    assertThat(beyond / (double) COUNT).isCloseTo(0.0027, within(0.0005));
  }
}
