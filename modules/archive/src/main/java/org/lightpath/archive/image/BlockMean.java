package org.lightpath.archive.image;

import java.io.IOException;
import java.util.Arrays;

/**
 * An image made smaller by the mean of square blocks, undefined pixels left out; a block without
 * any other is NaN.
 *
 * @param pixels flat {@code [height * width]}, row 0 at the bottom
 * @param width columns
 * @param height rows
 */
record BlockMean(float[] pixels, int width, int height) {

  /** Reads {@code image} row by row, so that its longer side becomes at most {@code maxSide}. */
  static BlockMean of(FitsPixels image, int maxSide) throws IOException {
    int longer = Math.max(image.width(), image.height());
    int block = (longer + maxSide - 1) / maxSide;
    int width = (image.width() + block - 1) / block;
    int height = (image.height() + block - 1) / block;
    float[] pixels = new float[width * height];
    double[] sums = new double[width];
    int[] counts = new int[width];
    image.forEachRow(
        (y, values) -> {
          int x = 0;
          for (int column = 0; column < width; column++) {
            for (int end = Math.min(values.length, x + block); x < end; x++) {
              if (Float.isFinite(values[x])) {
                sums[column] += values[x];
                counts[column]++;
              }
            }
          }
          if ((y + 1) % block == 0 || y + 1 == image.height()) {
            for (int column = 0; column < width; column++) {
              pixels[y / block * width + column] = (float) (sums[column] / counts[column]);
            }
            Arrays.fill(sums, 0);
            Arrays.fill(counts, 0);
          }
        });
    return new BlockMean(pixels, width, height);
  }
}
