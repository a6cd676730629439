package org.lightpath.archive.image;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.lightpath.platform.LightpathException;

/**
 * The pixels of a FITS file's image, plain or tile-compressed, as physical values: BSCALE and BZERO
 * applied, undefined pixels NaN. Of an image with more than two axes the first plane. They stream
 * by rows and once: a plain image needs the memory of a row, a compressed one that of its
 * compressed data and a row of tiles. Not thread-safe.
 */
public final class FitsPixels {

  /** Largest image read unless another bound is given. */
  public static final long DEFAULT_MAX_PIXELS = 100_000_000;

  private final Map<String, String> header;
  private final int width;
  private final int height;
  private final RowSource rows;

  /** Gives the image's rows. */
  @FunctionalInterface
  interface RowSource {
    void forEachRow(PixelRows sink) throws IOException;
  }

  private FitsPixels(Map<String, String> header, int width, int height, RowSource rows) {
    this.header = header;
    this.width = width;
    this.height = height;
    this.rows = rows;
  }

  /** Like {@link #read(InputStream, long)} with {@link #DEFAULT_MAX_PIXELS}. */
  public static FitsPixels read(InputStream in) throws IOException {
    return read(in, DEFAULT_MAX_PIXELS);
  }

  /**
   * Reads up to the image's pixels, which are read by the next call from {@code in}: leave it open
   * until then.
   *
   * @param in the file from its first byte
   * @param maxPixels largest image that is taken, in pixels of all its planes
   * @throws LightpathException UNPROCESSABLE if it is not FITS, holds no image or a larger one
   * @throws IOException if {@code in} fails
   */
  public static FitsPixels read(InputStream in, long maxPixels) throws IOException {
    HeaderUnit unit = ImageUnit.find(in);
    Map<String, String> header = HeaderReader.plainView(unit);
    boolean compressed = ImageUnit.isCompressed(unit);
    ImageShape shape = ImageShape.of(unit, compressed ? "Z" : "", maxPixels);
    RowSource rows =
        compressed ? TiledRows.of(in, unit, shape) : new PlainRows(in, PixelScale.of(unit), shape);
    return new FitsPixels(header, shape.width(), shape.height(), rows);
  }

  /** The image's header, as {@link HeaderReader} gives it. */
  public Map<String, String> header() {
    return header;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /**
   * Hands over all rows from the bottom up. Call this or {@link #toArray} once.
   *
   * @throws LightpathException UNPROCESSABLE if the file ends before, or its compression is broken;
   *     rows before may have been handed over
   * @throws IOException if the stream fails
   */
  public void forEachRow(PixelRows sink) throws IOException {
    rows.forEachRow(sink);
  }

  /**
   * All pixels, flat {@code [height * width]}, row-major, row 0 at the bottom.
   *
   * @throws LightpathException like {@link #forEachRow}
   * @throws IOException if the stream fails
   */
  public float[] toArray() throws IOException {
    float[] pixels = new float[Math.multiplyExact(width, height)];
    forEachRow((y, values) -> System.arraycopy(values, 0, pixels, y * width, width));
    return pixels;
  }
}
