package org.lightpath.plugin.simulator.sensor;

import java.util.Arrays;
import org.lightpath.device.spi.Roi;

/** The stars that fall on a sensor in one exposure. Filled and drawn by one thread. */
public final class StarImages {

  /** More stars than this are not drawn: a limit to memory and time. */
  private static final int MOST = 2_000_000;

  private final PointSpread spread;
  private final double faintLevel;
  private final Roi roi;
  private float[] xs = new float[256];
  private float[] ys = new float[256];
  private float[] peaks = new float[256];
  private float[] radii = new float[256];
  private int count;

  /**
   * No stars yet.
   *
   * @param spread how each looks
   * @param faintLevel electrons per pixel below which the wings of an image are left out, above 0
   * @param roi stars whose light does not reach it are left out
   */
  public StarImages(PointSpread spread, double faintLevel, Roi roi) {
    this.spread = spread;
    this.faintLevel = faintLevel;
    this.roi = roi;
  }

  /** An exposure without stars. */
  public static StarImages none() {
    return new StarImages(new PointSpread(1), 1, new Roi(0, 0, 1, 1));
  }

  /** Electrons that a star must give at least to be seen at all. */
  public double faintestElectrons() {
    return faintLevel * spread.lightPerPeak();
  }

  /**
   * Adds a star.
   *
   * @param x column, 0 is the centre of the leftmost unbinned pixel; may lie outside
   * @param y row, 0 is the centre of the lowest one
   * @param electrons its light in this exposure
   */
  public void add(double x, double y, double electrons) {
    double peak = spread.peak(electrons);
    if (peak < faintLevel || count == MOST) {
      return;
    }
    double radius = spread.radius(peak, faintLevel);
    if (!reaches(x, roi.x(), roi.width(), radius) || !reaches(y, roi.y(), roi.height(), radius)) {
      return;
    }
    if (count == xs.length) {
      xs = Arrays.copyOf(xs, 2 * count);
      ys = Arrays.copyOf(ys, 2 * count);
      peaks = Arrays.copyOf(peaks, 2 * count);
      radii = Arrays.copyOf(radii, 2 * count);
    }
    xs[count] = (float) x;
    ys[count] = (float) y;
    peaks[count] = (float) peak;
    radii[count] = (float) radius;
    count++;
  }

  private static boolean reaches(double place, int first, int length, double radius) {
    return place + radius >= first && place - radius <= first + length - 1;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /**
   * Adds their light to a strip of the sensor.
   *
   * @param strip electrons, {@code [rows * width]}, row-major
   * @param left column of the strip's first pixel
   * @param bottom row of its first row
   * @param width its columns
   * @param rows its rows
   */
  void draw(float[] strip, int left, int bottom, int width, int rows) {
    float inverse = (float) (1 / (spread.corePixels() * spread.corePixels()));
    for (int star = 0; star < count; star++) {
      float radius = radii[star];
      float y = ys[star] - bottom;
      if (y + radius < 0 || y - radius > rows - 1) {
        continue;
      }
      float x = xs[star] - left;
      int firstRow = (int) Math.max(0, Math.ceil(y - radius));
      int lastRow = (int) Math.min(rows - 1, Math.floor(y + radius));
      for (int row = firstRow; row <= lastRow; row++) {
        float dy = row - y;
        double half = Math.sqrt(Math.max(0, radius * radius - dy * dy));
        int first = (int) Math.max(0, Math.ceil(x - half));
        int last = (int) Math.min(width - 1, Math.floor(x + half));
        float base = 1 + dy * dy * inverse;
        float peak = peaks[star];
        for (int column = first; column <= last; column++) {
          float dx = column - x;
          float fall = base + dx * dx * inverse;
          strip[row * width + column] += peak / (fall * fall * fall);
        }
      }
    }
  }
}
