package org.lightpath.archive.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Rows of an image that is not compressed. */
record PlainRows(InputStream in, PixelScale scale, ImageShape shape)
    implements FitsPixels.RowSource {

  private static final int PIXELS_AT_ONCE = 65_536;

  @Override
  public void forEachRow(PixelRows sink) throws IOException {
    byte[] bytes = new byte[Math.min(shape.width(), PIXELS_AT_ONCE) * shape.bytesPerPixel()];
    float[] values = new float[shape.width()];
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x += PIXELS_AT_ONCE) {
        int count = Math.min(PIXELS_AT_ONCE, shape.width() - x);
        int wanted = count * shape.bytesPerPixel();
        if (in.readNBytes(bytes, 0, wanted) < wanted) {
          throw Unprocessable.because("FITS image ends in row %d of %d", y + 1, shape.height());
        }
        PixelBytes.decode(ByteBuffer.wrap(bytes), shape.bitpix(), scale, values, x, count);
      }
      sink.row(y, values);
    }
  }
}
