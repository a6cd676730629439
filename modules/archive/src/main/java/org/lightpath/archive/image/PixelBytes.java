package org.lightpath.archive.image;

import java.nio.ByteBuffer;

/** Turns big-endian stored pixels into physical values. */
final class PixelBytes {

  private PixelBytes() {}

  /** Reads {@code count} pixels of kind {@code bitpix} from {@code stored} into {@code values}. */
  static void decode(
      ByteBuffer stored, int bitpix, PixelScale scale, float[] values, int at, int count) {
    int end = at + count;
    switch (bitpix) {
      case 8 -> {
        for (int i = at; i < end; i++) {
          values[i] = scale.ofInteger(stored.get() & 0xFF);
        }
      }
      case 16 -> {
        for (int i = at; i < end; i++) {
          values[i] = scale.ofInteger(stored.getShort());
        }
      }
      case 32 -> {
        for (int i = at; i < end; i++) {
          values[i] = scale.ofInteger(stored.getInt());
        }
      }
      case 64 -> {
        for (int i = at; i < end; i++) {
          values[i] = scale.ofInteger(stored.getLong());
        }
      }
      case -32 -> {
        for (int i = at; i < end; i++) {
          values[i] = scale.ofReal(stored.getFloat());
        }
      }
      case -64 -> {
        for (int i = at; i < end; i++) {
          values[i] = scale.ofReal(stored.getDouble());
        }
      }
      default -> throw new IllegalArgumentException("no pixels of BITPIX " + bitpix);
    }
  }
}
