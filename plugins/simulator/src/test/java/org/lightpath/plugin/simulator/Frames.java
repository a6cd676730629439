package org.lightpath.plugin.simulator;

import java.time.Duration;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.Frame;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.device.spi.Roi;

/** Takes frames and measures them. */
final class Frames {

  private Frames() {}

  static Frame full(CameraDriver camera, FrameKind kind, double seconds) throws DeviceException {
    return take(camera, kind, seconds, 1, Roi.full(camera.description()));
  }

  static Frame take(CameraDriver camera, FrameKind kind, double seconds, int binning, Roi roi)
      throws DeviceException {
    Duration exposure = Duration.ofMillis(Math.round(seconds * 1000));
    return camera.expose(new ExposureRequest(exposure, kind, binning, roi));
  }

  /** Value of a pixel, ADU; (0, 0) is the lower left one. */
  static int at(Frame frame, int x, int y) {
    return Short.toUnsignedInt(frame.pixels()[y * frame.widthPixels() + x]);
  }

  static double mean(Frame frame) {
    double sum = 0;
    for (short pixel : frame.pixels()) {
      sum += Short.toUnsignedInt(pixel);
    }
    return sum / frame.pixels().length;
  }

  static double deviation(Frame frame) {
    double mean = mean(frame);
    double sum = 0;
    for (short pixel : frame.pixels()) {
      double difference = Short.toUnsignedInt(pixel) - mean;
      sum += difference * difference;
    }
    return Math.sqrt(sum / frame.pixels().length);
  }

  /** Centre of the light above {@code floor} within {@code reach} pixels of a place, as x and y. */
  static double[] centroid(Frame frame, int x, int y, int reach, double floor) {
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    for (int row = y - reach; row <= y + reach; row++) {
      for (int column = x - reach; column <= x + reach; column++) {
        double light = Math.max(0, at(frame, column, row) - floor);
        sum += light;
        sumX += light * column;
        sumY += light * row;
      }
    }
    return new double[] {sumX / sum, sumY / sum};
  }
}
