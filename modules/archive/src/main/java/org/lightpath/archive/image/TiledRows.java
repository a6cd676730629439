package org.lightpath.archive.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Rows of a tile-compressed image (FITS Standard 4.0, section 10.1). */
final class TiledRows implements FitsPixels.RowSource {

  private final InputStream in;
  private final HeaderUnit unit;
  private final Tiling tiling;
  private final TileDecoder decoder;

  private TiledRows(InputStream in, HeaderUnit unit, Tiling tiling) {
    this.in = in;
    this.unit = unit;
    this.tiling = tiling;
    this.decoder = TileDecoder.of(unit, tiling.shape().bitpix());
  }

  static TiledRows of(InputStream in, HeaderUnit unit, ImageShape shape) {
    return new TiledRows(in, unit, Tiling.of(unit, shape));
  }

  @Override
  public void forEachRow(PixelRows sink) throws IOException {
    TileTable table = TileTable.read(unit, in, tiling.tiles());
    TileHeap heap = heap(table);
    int width = tiling.shape().width();
    float[] band = new float[width * tiling.tileHeight()];
    float[] row = new float[width];
    for (int bandNumber = 0; bandNumber < tiling.bands(); bandNumber++) {
      int height = tiling.heightAt(bandNumber);
      for (int column = 0; column < tiling.columns(); column++) {
        int tile = bandNumber * tiling.columns() + column;
        float[] values = decode(table, heap, tile, tiling.widthAt(column), height);
        place(values, tiling.widthAt(column), height, band, column * tiling.tileWidth());
      }
      for (int y = 0; y < height; y++) {
        System.arraycopy(band, y * width, row, 0, width);
        sink.row(bandNumber * tiling.tileHeight() + y, row);
      }
    }
  }

  private float[] decode(TileTable table, TileHeap heap, int tile, int width, int height)
      throws IOException {
    int count = width * height * tiling.planes();
    for (TileDecoder.Form form : TileDecoder.Form.values()) {
      Optional<TileTable.Slice> slice = table.slice(form.column(), tile);
      if (slice.isPresent()) {
        byte[] code = heap.read(slice.get(), 16L * count + 4096);
        return decoder.decode(form, code, new TileDecoder.Tile(tile, width, count, table));
      }
    }
    float[] undefined = new float[count];
    Arrays.fill(undefined, Float.NaN);
    return undefined;
  }

  private void place(float[] values, int width, int height, float[] band, int x) {
    for (int y = 0; y < height; y++) {
      System.arraycopy(values, y * width, band, y * tiling.shape().width() + x, width);
    }
  }

  private TileHeap heap(TileTable table) throws IOException {
    long start = unit.integerOr("THEAP", table.bytes(), table.bytes(), Integer.MAX_VALUE);
    try {
      in.skipNBytes(start - table.bytes());
    } catch (EOFException e) {
      throw Unprocessable.because(e, "compressed FITS image ends before its tiles");
    }
    long bytes = unit.integerOr("PCOUNT", 0, 0, Long.MAX_VALUE) - (start - table.bytes());
    return isInOrder(table) ? TileHeap.inOrder(in) : TileHeap.buffered(in, Math.max(0, bytes));
  }

  private boolean isInOrder(TileTable table) {
    long end = 0;
    List<TileDecoder.Form> forms = List.of(TileDecoder.Form.values());
    for (int tile = 0; tile < tiling.bands() * tiling.columns(); tile++) {
      int number = tile;
      Optional<TileTable.Slice> slice =
          forms.stream().flatMap(form -> table.slice(form.column(), number).stream()).findFirst();
      if (slice.isPresent()) {
        if (slice.get().offset() < end) {
          return false;
        }
        end = slice.get().offset() + slice.get().bytes();
      }
    }
    return true;
  }
}
