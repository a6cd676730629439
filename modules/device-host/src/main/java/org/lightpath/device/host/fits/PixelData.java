package org.lightpath.device.host.fits;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import nom.tam.fits.FitsFactory;
import nom.tam.fits.utilities.FitsCheckSum;
import org.lightpath.device.spi.Frame;

/**
 * The data unit of a plain image: unsigned 16 bit as FITS holds it, signed and big-endian with
 * BZERO 32768. It is made block by block, so that no second copy of the frame is in memory.
 */
final class PixelData {

  /** What turns an unsigned value into the signed one that is stored. */
  static final int SIGN_BIT = 0x8000;

  private static final int BLOCKS_AT_ONCE = 20;

  private final short[] pixels;

  PixelData(Frame frame) {
    this.pixels = frame.pixels();
  }

  /** Writes it with its padding; leaves {@code out} open. */
  void writeTo(OutputStream out) throws IOException {
    forEachPart(part -> out.write(part.array(), 0, part.limit()));
  }

  /** Its DATASUM, unsigned 32 bit. */
  long datasum() throws IOException {
    long[] sum = {0};
    forEachPart(part -> sum[0] = FitsCheckSum.sumOf(sum[0], FitsCheckSum.checksum(part)));
    return sum[0];
  }

  private void forEachPart(Sink sink) throws IOException {
    ByteBuffer part = ByteBuffer.allocate(BLOCKS_AT_ONCE * FitsFactory.FITS_BLOCK_SIZE);
    int at = 0;
    while (at < pixels.length) {
      part.clear();
      int end = Math.min(pixels.length, at + part.capacity() / Short.BYTES);
      while (at < end) {
        part.putShort((short) (pixels[at++] ^ SIGN_BIT));
      }
      pad(part);
      sink.accept(part.flip());
    }
  }

  /** Fills the block begun with zeros. */
  private static void pad(ByteBuffer part) {
    while (part.position() % FitsFactory.FITS_BLOCK_SIZE != 0) {
      part.put((byte) 0);
    }
  }

  @FunctionalInterface
  private interface Sink {
    void accept(ByteBuffer part) throws IOException;
  }
}
