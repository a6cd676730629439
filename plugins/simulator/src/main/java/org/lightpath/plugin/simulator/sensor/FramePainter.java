package org.lightpath.plugin.simulator.sensor;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.Roi;

/** Reads a scene out of a sensor. */
public final class FramePainter {

  /** Unbinned rows that are painted at a time. */
  private static final int STRIP_ROWS = 64;

  private final Sensor sensor;
  private final Scene scene;
  private final Roi roi;
  private final int binning;
  private final long seed;
  private final float[] columnLoss;

  /** Lets somebody stop the painting between two strips. */
  @FunctionalInterface
  public interface Stop {
    /** Returns if the painting may go on. */
    void check() throws DeviceException;
  }

  /**
   * A frame to paint.
   *
   * @param roi region in unbinned pixels, on the sensor, at least {@code binning} either way
   * @param binning pixels summed either way; what is left over at the right and the top is dropped
   * @param seed of the noise
   */
  public FramePainter(Sensor sensor, Scene scene, Roi roi, int binning, long seed) {
    this.sensor = sensor;
    this.scene = scene;
    this.roi = roi;
    this.binning = binning;
    this.seed = seed;
    this.columnLoss = columnLoss();
  }

  /** Columns after binning. */
  public int width() {
    return roi.width() / binning;
  }

  /** Rows after binning. */
  public int height() {
    return roi.height() / binning;
  }

  /**
   * Paints it.
   *
   * @return ADU, unsigned 16 bit, flat {@code [height * width]}, row-major, row 0 at the bottom
   */
  public short[] paint(Stop stop) throws DeviceException {
    short[] pixels = new short[Math.multiplyExact(width(), height())];
    int rowsPerStrip = Math.max(1, STRIP_ROWS / binning);
    float[] strip = new float[rowsPerStrip * binning * roi.width()];
    float[] sums = new float[width()];
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int first = 0; first < height(); first += rowsPerStrip) {
      stop.check();
      int rows = Math.min(rowsPerStrip, height() - first);
      Arrays.fill(strip, 0);
      scene.stars().draw(strip, roi.x(), roi.y() + first * binning, roi.width(), rows * binning);
      for (int row = 0; row < rows; row++) {
        Arrays.fill(sums, (float) (scene.darkElectrons() * binning * binning));
        for (int part = 0; part < binning; part++) {
          int stripRow = row * binning + part;
          collect(strip, stripRow * roi.width(), roi.y() + first * binning + stripRow, sums);
        }
        digitize(sums, pixels, first + row, seeds.split());
      }
    }
    return pixels;
  }

  /** Adds one unbinned row, {@code start} in the strip, to the binned sums. */
  private void collect(float[] strip, int start, int sensorRow, float[] sums) {
    float keep = 1 - loss(sensorRow, sensor.heightPixels());
    float sky = (float) scene.skyElectrons();
    if (binning == 1) {
      for (int column = 0; column < sums.length; column++) {
        sums[column] += (strip[start + column] + sky) * (keep - columnLoss[column]);
      }
      return;
    }
    for (int column = 0; column < sums.length; column++) {
      float sum = 0;
      for (int i = column * binning; i < (column + 1) * binning; i++) {
        sum += (strip[start + i] + sky) * (keep - columnLoss[i]);
      }
      sums[column] += sum;
    }
  }

  private float[] columnLoss() {
    float[] loss = new float[roi.width()];
    for (int column = 0; column < loss.length; column++) {
      loss[column] = loss(roi.x() + column, sensor.widthPixels());
    }
    return loss;
  }

  /** Part of the light that is lost by the distance from the centre along one axis. */
  private float loss(int pixel, int length) {
    double fromCentre = pixel - (length - 1) / 2.0;
    double cornerSquared = (square(sensor.widthPixels()) + square(sensor.heightPixels())) / 4;
    return (float) (scene.cornerLoss() * square(fromCentre) / cornerSquared);
  }

  private static double square(double value) {
    return value * value;
  }

  /** Turns a row of expected electrons into ADU. */
  private void digitize(float[] expected, short[] pixels, int row, SplittableRandom random) {
    PixelNoise noise = new PixelNoise(random, sensor.readNoiseElectrons());
    float aduPerElectron = (float) (1 / sensor.gainElectronsPerAdu());
    float offset = (float) (sensor.biasAdu() + 0.5);
    int start = row * expected.length;
    for (int column = 0; column < expected.length; column++) {
      float adu = offset + noise.electrons(expected[column]) * aduPerElectron;
      pixels[start + column] = (short) Math.max(0, Math.min(sensor.saturationAdu(), (int) adu));
    }
  }
}
