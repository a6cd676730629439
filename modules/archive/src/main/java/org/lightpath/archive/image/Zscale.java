package org.lightpath.archive.image;

import java.util.Arrays;

/**
 * Display limits that show the faint part of an image, as IRAF's {@code zscale} finds them: a line
 * fitted to the sorted pixels, without outliers, and made steeper by the contrast. With the values
 * of {@code astropy.visualization.ZScaleInterval}: contrast 0.25, 1000 samples, at most 5 rounds
 * that reject at 2.5 sigma and at most half of the pixels.
 *
 * @param low value to show as black
 * @param high value to show as white, at least {@code low}
 */
public record Zscale(double low, double high) {

  private static final double CONTRAST = 0.25;
  private static final int SAMPLES = 1000;
  private static final int ROUNDS = 5;
  private static final double REJECT_SIGMA = 2.5;
  private static final double LEAST_KEPT = 0.5;
  private static final int LEAST_PIXELS = 5;
  private static final double GROWTH = 0.01;

  /** The limits for {@code pixels}; not finite ones are left out; 0 to 0 if there is no other. */
  public static Zscale of(float[] pixels) {
    double[] samples = sortedSamples(pixels);
    if (samples.length == 0) {
      return new Zscale(0, 0);
    }
    double low = samples[0];
    double high = samples[samples.length - 1];
    int least = Math.max(LEAST_PIXELS, (int) (samples.length * LEAST_KEPT));
    boolean[] bad = new boolean[samples.length];
    int good = samples.length;
    int before = samples.length + 1;
    Line line = new Line(0, 0);
    for (int round = 0; round < ROUNDS && good < before && good >= least; round++) {
      line = Line.through(samples, bad);
      bad = grown(rejected(samples, bad, line));
      before = good;
      good = count(bad, false);
    }
    if (good >= least) {
      double slope = line.slope() / CONTRAST;
      int center = (samples.length - 1) / 2;
      double median = median(samples);
      low = Math.max(low, median - (center - 1) * slope);
      high = Math.min(high, median + (samples.length - center) * slope);
    }
    return new Zscale(low, Math.max(low, high));
  }

  /** Every n-th finite pixel, so that there are about {@value #SAMPLES}, in ascending order. */
  private static double[] sortedSamples(float[] pixels) {
    int finite = 0;
    for (float pixel : pixels) {
      finite += Float.isFinite(pixel) ? 1 : 0;
    }
    int stride = Math.max(1, finite / SAMPLES);
    double[] samples = new double[Math.min(SAMPLES, (finite + stride - 1) / stride)];
    int seen = 0;
    int taken = 0;
    for (int i = 0; i < pixels.length && taken < samples.length; i++) {
      if (Float.isFinite(pixels[i])) {
        if (seen % stride == 0) {
          samples[taken++] = pixels[i];
        }
        seen++;
      }
    }
    Arrays.sort(samples);
    return samples;
  }

  private static boolean[] rejected(double[] samples, boolean[] bad, Line line) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = 0; i < samples.length; i++) {
      if (!bad[i]) {
        double rest = samples[i] - line.at(i);
        sum += rest;
        squares += rest * rest;
        count++;
      }
    }
    double mean = sum / count;
    double threshold = REJECT_SIGMA * Math.sqrt(Math.max(0, squares / count - mean * mean));
    boolean[] rejected = bad.clone();
    for (int i = 0; i < samples.length; i++) {
      rejected[i] |= Math.abs(samples[i] - line.at(i)) > threshold;
    }
    return rejected;
  }

  /** Rejects the neighbours of what is rejected, 1 % of all in width. */
  private static boolean[] grown(boolean[] bad) {
    int width = Math.max(1, (int) (bad.length * GROWTH));
    int after = (width - 1) / 2;
    boolean[] grown = new boolean[bad.length];
    for (int i = 0; i < bad.length; i++) {
      if (bad[i]) {
        int from = Math.max(0, i - after);
        Arrays.fill(grown, from, Math.min(bad.length, i - after + width), true);
      }
    }
    return grown;
  }

  private static int count(boolean[] flags, boolean wanted) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag == wanted ? 1 : 0;
    }
    return count;
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** A straight line over the numbers of the sorted samples. */
  private record Line(double slope, double start) {

    /** Least squares through the samples that are not bad. */
    static Line through(double[] samples, boolean[] bad) {
      int count = 0;
      double meanX = 0;
      double meanY = 0;
      for (int i = 0; i < samples.length; i++) {
        if (!bad[i]) {
          count++;
          meanX += (i - meanX) / count;
          meanY += (samples[i] - meanY) / count;
        }
      }
      double xx = 0;
      double xy = 0;
      for (int i = 0; i < samples.length; i++) {
        if (!bad[i]) {
          xx += (i - meanX) * (i - meanX);
          xy += (i - meanX) * (samples[i] - meanY);
        }
      }
      double slope = xx == 0 ? 0 : xy / xx;
      return new Line(slope, meanY - slope * meanX);
    }

    double at(int x) {
      return start + slope * x;
    }
  }
}
