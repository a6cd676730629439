package org.lightpath.archive.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The heap of a table, read from a stream: in the order of its bytes without keeping any, as all
 * known writers lay it out, or at once if it is small.
 */
final class TileHeap {

  private static final long MAX_BUFFERED_BYTES = 64L << 20;

  private final InputStream in;
  private final byte[] buffered;
  private long position;

  private TileHeap(InputStream in, byte[] buffered) {
    this.in = in;
    this.buffered = buffered;
  }

  /** A heap whose slices are asked for in ascending order. */
  static TileHeap inOrder(InputStream in) {
    return new TileHeap(in, new byte[0]);
  }

  /** A heap whose slices are asked for in any order. */
  static TileHeap buffered(InputStream in, long bytes) throws IOException {
    if (bytes > MAX_BUFFERED_BYTES) {
      throw Unprocessable.because(
          "tiles of the FITS image are not in order and have %d bytes, the limit is %d",
          bytes, MAX_BUFFERED_BYTES);
    }
    return new TileHeap(InputStream.nullInputStream(), in.readNBytes((int) bytes));
  }

  byte[] read(TileTable.Slice slice, long maxBytes) throws IOException {
    if (slice.bytes() > maxBytes) {
      throw Unprocessable.because(
          "code of a tile has %d bytes, the limit for its size is %d", slice.bytes(), maxBytes);
    }
    if (slice.offset() + slice.bytes() <= buffered.length) {
      int from = (int) slice.offset();
      return Arrays.copyOfRange(buffered, from, from + (int) slice.bytes());
    }
    try {
      in.skipNBytes(slice.offset() - position);
    } catch (EOFException e) {
      throw Unprocessable.because(e, "compressed FITS image ends before one of its tiles");
    }
    byte[] code = in.readNBytes((int) slice.bytes());
    position = slice.offset() + code.length;
    if (code.length < slice.bytes()) {
      throw Unprocessable.because(
          "compressed FITS image ends in a tile, after %d of %d bytes", code.length, slice.bytes());
    }
    return code;
  }
}
