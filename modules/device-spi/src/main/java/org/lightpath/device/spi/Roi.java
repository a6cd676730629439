package org.lightpath.device.spi;

/**
 * A rectangle of the sensor in unbinned pixels; (0, 0) is the lower left pixel.
 *
 * @param x left column, from 0
 * @param y lower row, from 0
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Roi(int x, int y, int width, int height) {

  /** The whole sensor. */
  public static Roi full(CameraDescription camera) {
    return new Roi(0, 0, camera.widthPixels(), camera.heightPixels());
  }

  /** Whether it lies on the sensor with at least one pixel. */
  public boolean isWithin(CameraDescription camera) {
    return x >= 0
        && y >= 0
        && width >= 1
        && height >= 1
        && (long) x + width <= camera.widthPixels()
        && (long) y + height <= camera.heightPixels();
  }
}
