package org.lightpath.plugin.simulator.sensor;

import java.util.SplittableRandom;

/**
 * The noise of one row of pixels: photons and dark current come at random, the amplifier adds its
 * own. The same seed gives the same noise. Made for speed: one call costs some nanoseconds.
 */
final class PixelNoise {

  /** From here on a Poisson distribution is taken as a Gaussian one, of the same variance. */
  private static final float GAUSSIAN_FROM = 16;

  /** Standard deviation of the sum of 64 coins plus one even number in a unit interval. */
  private static final double BELL_WIDTH = Math.sqrt(64 / 4.0 + 1 / 12.0);

  private static final float BELL_SCALE = (float) (1 / BELL_WIDTH);

  private final SplittableRandom random;
  private final float readNoise;
  private float lastMean = -1;
  private double lastChanceOfNone;

  PixelNoise(SplittableRandom random, double readNoiseElectrons) {
    this.random = random;
    readNoise = (float) readNoiseElectrons;
  }

  /** Electrons that are read where {@code mean} are expected; below 0 at times, by read noise. */
  float electrons(float mean) {
    if (mean >= GAUSSIAN_FROM) {
      return mean + (float) Math.sqrt(mean + readNoise * readNoise) * gaussian();
    }
    float collected = mean > 0 ? poisson(mean) : 0;
    return collected + readNoise * gaussian();
  }

  /**
   * A value of a Gaussian distribution of mean 0 and variance 1, up to 8 either way: the number of
   * ones among 64 random bits, smoothed (excess kurtosis −0.03).
   */
  float gaussian() {
    int ones = Long.bitCount(random.nextLong());
    float even = (random.nextLong() >>> 40) * 0x1p-24f;
    return (ones - 32.5f + even) * BELL_SCALE;
  }

  /** A value of a Poisson distribution, by adding up chances until a random number is reached. */
  private int poisson(float mean) {
    if (mean != lastMean) {
      lastMean = mean;
      lastChanceOfNone = Math.exp(-mean);
    }
    double left = random.nextDouble();
    double chance = lastChanceOfNone;
    int number = 0;
    while (left > chance && number < 100) {
      left -= chance;
      number++;
      chance *= mean / number;
    }
    return number;
  }
}
