package org.lightpath.archive.image;

import java.util.stream.LongStream;

/**
 * How an image lies in its file.
 *
 * @param bitpix bits per pixel; negative for floating point
 * @param axes length of each axis, columns first
 */
record ImageShape(int bitpix, int[] axes) {

  private static final int MAX_AXES = 9;
  private static final int MAX_SIDE = 1_000_000;

  /** Reads it from the cards BITPIX, NAXIS and NAXISn, whose names begin with {@code prefix}. */
  static ImageShape of(HeaderUnit unit, String prefix, long maxPixels) {
    int bitpix = (int) unit.integer(prefix + "BITPIX", -64, 64);
    if (LongStream.of(8, 16, 32, 64, -32, -64).noneMatch(known -> known == bitpix)) {
      throw Unprocessable.because("FITS card %sBITPIX is %d, which is no pixel", prefix, bitpix);
    }
    int[] axes = new int[(int) unit.integer(prefix + "NAXIS", 2, MAX_AXES)];
    long pixels = 1;
    for (int i = 0; i < axes.length; i++) {
      axes[i] = (int) unit.integer(prefix + "NAXIS" + (i + 1), 1, MAX_SIDE);
      pixels = Math.multiplyExact(pixels, axes[i]);
      if (pixels > maxPixels) {
        throw Unprocessable.because(
            "FITS image has at least %d pixels, the limit is %d", pixels, maxPixels);
      }
    }
    return new ImageShape(bitpix, axes);
  }

  int width() {
    return axes[0];
  }

  int height() {
    return axes[1];
  }

  int bytesPerPixel() {
    return Math.abs(bitpix) / 8;
  }
}
