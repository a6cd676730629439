package org.lightpath.archive.image;

/**
 * Rice decoding (FITS Standard 4.0, section 10.4.1). Differences wrap at the pixel's width, so any
 * code gives some pixels; only a code that ends too early is refused. Not thread-safe.
 */
final class RiceDecoder {

  private final int valueBits;
  private final int splitBits;
  private final int directSplit;
  private final int blockSize;
  private byte[] code = {};
  private int next;
  private long pending;
  private int pendingBits;

  /** A decoder of pixels of 1, 2 or 4 bytes in blocks of at least one pixel. */
  RiceDecoder(int bytesPerPixel, int blockSize) {
    this.valueBits = 8 * bytesPerPixel;
    this.blockSize = blockSize;
    switch (bytesPerPixel) {
      case 1 -> {
        splitBits = 3;
        directSplit = 6;
      }
      case 2 -> {
        splitBits = 4;
        directSplit = 14;
      }
      case 4 -> {
        splitBits = 5;
        directSplit = 25;
      }
      default ->
          throw Unprocessable.because(
              "Rice code of %d bytes per pixel, known are 1, 2 and 4", bytesPerPixel);
    }
  }

  /** Decodes {@code count} pixels; bytes are unsigned, anything wider signed. */
  void decode(byte[] tile, int[] pixels, int count) {
    code = tile;
    next = 0;
    pending = 0;
    pendingBits = 0;
    int value = (int) bits(valueBits);
    for (int start = 0; start < count; start += blockSize) {
      int end = Math.min(count, start + blockSize);
      int split = (int) bits(splitBits) - 1;
      for (int i = start; i < end; i++) {
        if (split >= 0) {
          value += unmapped(split == directSplit ? bits(valueBits) : split(split));
        }
        pixels[i] = cut(value);
      }
    }
  }

  private long split(int split) {
    long zeros = 0;
    long rest = pending & ((1L << pendingBits) - 1);
    while (rest == 0) {
      zeros += pendingBits;
      pendingBits = 0;
      rest = bits(8);
      pendingBits = 8;
    }
    int leading = pendingBits - (Long.SIZE - Long.numberOfLeadingZeros(rest));
    pendingBits -= leading + 1;
    return ((zeros + leading) << split) | bits(split);
  }

  /** Even numbers stand for differences from 0 up, odd ones for those from −1 down. */
  private static int unmapped(long mapped) {
    return (int) ((mapped >>> 1) ^ -(mapped & 1));
  }

  private int cut(int value) {
    return switch (valueBits) {
      case 8 -> value & 0xFF;
      case 16 -> (short) value;
      default -> value;
    };
  }

  private long bits(int count) {
    while (pendingBits < count) {
      if (next == code.length) {
        throw Unprocessable.because("Rice code of a tile ends after %d bytes", code.length);
      }
      pending = (pending << 8) | (code[next++] & 0xFF);
      pendingBits += 8;
    }
    pendingBits -= count;
    return (pending >>> pendingBits) & ((1L << count) - 1);
  }
}
