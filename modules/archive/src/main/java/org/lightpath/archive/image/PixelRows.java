package org.lightpath.archive.image;

/** Takes the rows of an image one after the other. */
@FunctionalInterface
public interface PixelRows {

  /**
   * One row.
   *
   * @param y its number from 0, at the bottom
   * @param values its pixels from left to right; NaN where there is none. The array is used again
   *     for the next row.
   */
  void row(int y, float[] values);
}
