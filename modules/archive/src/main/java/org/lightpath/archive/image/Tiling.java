package org.lightpath.archive.image;

/**
 * How the first plane of a tile-compressed image is cut into tiles.
 *
 * @param shape the image
 * @param tileWidth columns of a full tile
 * @param tileHeight rows of a full tile
 * @param planes planes that each tile goes through
 * @param tiles tiles of the whole image: rows of the table
 */
record Tiling(ImageShape shape, int tileWidth, int tileHeight, int planes, long tiles) {

  /**
   * What decoding holds at once for each pixel of a row of tiles, at worst: the band and the tile
   * as float, the unpacked bytes of a 64-bit gzip tile twice.
   */
  private static final long BYTES_PER_PIXEL = 24;

  /** Largest row of tiles, in pixels: a quarter of the heap may go into it, and 20 Mpixel. */
  private static final long MAX_BAND_PIXELS =
      Math.min(20_000_000, Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_PIXEL);

  static Tiling of(HeaderUnit unit, ImageShape shape) {
    int[] axes = shape.axes();
    long tiles = 1;
    long planes = 1;
    int[] sides = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      // Without the card a tile is one row (FITS Standard 4.0, section 10.1.1).
      long side = unit.integerOr("ZTILE" + (i + 1), i == 0 ? axes[0] : 1, 1, Integer.MAX_VALUE);
      sides[i] = (int) Math.min(side, axes[i]);
      tiles *= (axes[i] + sides[i] - 1L) / sides[i];
      planes *= i < 2 ? 1 : sides[i];
    }
    long band = (long) axes[0] * sides[1] * planes;
    if (band > MAX_BAND_PIXELS) {
      throw Unprocessable.because(
          "FITS image has %d pixels in a row of tiles, the limit is %d", band, MAX_BAND_PIXELS);
    }
    return new Tiling(shape, sides[0], sides[1], (int) planes, tiles);
  }

  int columns() {
    return (shape.width() + tileWidth - 1) / tileWidth;
  }

  int bands() {
    return (shape.height() + tileHeight - 1) / tileHeight;
  }

  /** Columns of the tiles in column {@code column} of tiles. */
  int widthAt(int column) {
    return Math.min(tileWidth, shape.width() - column * tileWidth);
  }

  /** Rows of the tiles in row {@code band} of tiles. */
  int heightAt(int band) {
    return Math.min(tileHeight, shape.height() - band * tileHeight);
  }
}
