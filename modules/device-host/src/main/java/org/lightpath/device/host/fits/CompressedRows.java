package org.lightpath.device.host.fits;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nom.tam.fits.FitsFactory;
import nom.tam.fits.utilities.FitsCheckSum;
import org.lightpath.device.spi.Frame;

/**
 * The data unit of a tile-compressed image with one tile per row: the descriptors (length and
 * offset of each row's code), then the codes (FITS Standard 4.0, section 10.1). Holds the codes,
 * that is about half of the frame's size for a usual sky and a little more than the frame for pure
 * noise.
 */
final class CompressedRows {

  /** Length of one descriptor in bytes. */
  static final int DESCRIPTOR_BYTES = 2 * Integer.BYTES;

  // Codes are collected in parts of this size: a single array would have to be copied to grow.
  private static final int PART_BYTES = 364 * FitsFactory.FITS_BLOCK_SIZE;

  private final ByteBuffer descriptors;
  private final List<ByteBuffer> parts = new ArrayList<>();
  private int heapBytes;
  private int longestRow;

  private CompressedRows(int rows) {
    this.descriptors = ByteBuffer.allocate(rows * DESCRIPTOR_BYTES);
  }

  /** Compresses {@code frame}; takes about 0.5 s for 16 Mpixel. */
  static CompressedRows of(Frame frame) {
    CompressedRows rows = new CompressedRows(frame.heightPixels());
    int width = frame.widthPixels();
    RiceEncoder encoder = new RiceEncoder(width);
    short[] values = encoder.values();
    for (int start = 0; start < frame.pixels().length; start += width) {
      for (int x = 0; x < width; x++) {
        values[x] = (short) (frame.pixels()[start + x] ^ PixelData.SIGN_BIT);
      }
      rows.append(encoder.code(), encoder.encode(width));
    }
    return rows;
  }

  /** Bytes of all codes together (PCOUNT). */
  int heapBytes() {
    return heapBytes;
  }

  /** Bytes of the longest code. */
  int longestRow() {
    return longestRow;
  }

  /** Its DATASUM, unsigned 32 bit. */
  long datasum() {
    // The sum is over words of 4 bytes: the table ends on one, each full part too, the last is
    // padded with zeros, which add nothing.
    long sum = FitsCheckSum.checksum(ByteBuffer.wrap(descriptors.array()));
    for (ByteBuffer part : parts) {
      int words = (part.position() + 3) / 4;
      sum = FitsCheckSum.sumOf(sum, FitsCheckSum.checksum(Arrays.copyOf(part.array(), words * 4)));
    }
    return sum;
  }

  /** Writes it with its padding; leaves {@code out} open. */
  void writeTo(OutputStream out) throws IOException {
    out.write(descriptors.array());
    for (ByteBuffer part : parts) {
      out.write(part.array(), 0, part.position());
    }
    long size = (long) descriptors.capacity() + heapBytes;
    out.write(new byte[(int) Math.floorMod(-size, (long) FitsFactory.FITS_BLOCK_SIZE)]);
  }

  private void append(byte[] code, int length) {
    descriptors.putInt(length).putInt(heapBytes);
    heapBytes = Math.addExact(heapBytes, length);
    longestRow = Math.max(longestRow, length);
    for (int at = 0; at < length; ) {
      ByteBuffer part = partWithRoom();
      int count = Math.min(part.remaining(), length - at);
      part.put(code, at, count);
      at += count;
    }
  }

  private ByteBuffer partWithRoom() {
    if (parts.isEmpty() || !parts.get(parts.size() - 1).hasRemaining()) {
      parts.add(ByteBuffer.allocate(PART_BYTES));
    }
    return parts.get(parts.size() - 1);
  }
}
