package org.lightpath.archive.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lightpath.platform.Text;

/**
 * The table of a tile-compressed image: for each tile where its code lies in the heap, and its
 * parameters (FITS Standard 4.0, sections 7.3 and 10.1).
 */
final class TileTable {

  private static final long MAX_TABLE_BYTES = 64L << 20;
  private static final int MAX_COLUMNS = 999;
  private static final Pattern FORM =
      Pattern.compile("(\\d{0,9})([LXBIJKAEDCMPQ])([LXBIJKAEDCM]?).*");

  /**
   * A column.
   *
   * @param type letter of its format
   * @param elementType of a variable-length column the letter of what it points at
   * @param offset its first byte in a row
   */
  private record Column(char type, char elementType, int offset) {}

  /** Where a tile's bytes lie in the heap. */
  record Slice(long offset, long bytes) {}

  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final ByteBuffer rows;
  private final int rowBytes;

  private TileTable(HeaderUnit unit, InputStream in, long tiles) throws IOException {
    long count = unit.integer("NAXIS2", 0, Integer.MAX_VALUE);
    if (count < tiles) {
      throw Unprocessable.because("compressed FITS image has %d of %d tiles", count, tiles);
    }
    rowBytes = (int) unit.integer("NAXIS1", 1, Integer.MAX_VALUE);
    long size = Math.multiplyExact(count, (long) rowBytes);
    if (size > MAX_TABLE_BYTES) {
      throw Unprocessable.because(
          "table of a compressed FITS image has %d bytes, the limit is %d", size, MAX_TABLE_BYTES);
    }
    readColumns(unit);
    byte[] bytes = in.readNBytes((int) size);
    if (bytes.length < size) {
      throw Unprocessable.because(
          "table of a compressed FITS image ends after %d of %d bytes", bytes.length, size);
    }
    rows = ByteBuffer.wrap(bytes);
  }

  /** Reads the table up to its end; the gap and the heap follow in {@code in}. */
  static TileTable read(HeaderUnit unit, InputStream in, long tiles) throws IOException {
    return new TileTable(unit, in, tiles);
  }

  /** Bytes of all rows. */
  int bytes() {
    return rows.capacity();
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** Where {@code tile}'s bytes of a variable-length column lie; empty if it has none there. */
  Optional<Slice> slice(String name, int tile) {
    Column column = columns.get(name);
    if (column == null || (column.type() != 'P' && column.type() != 'Q')) {
      return Optional.empty();
    }
    int at = tile * rowBytes + column.offset();
    boolean wide = column.type() == 'Q';
    long length = wide ? rows.getLong(at) : rows.getInt(at) & 0xFFFFFFFFL;
    long offset = wide ? rows.getLong(at + 8) : rows.getInt(at + 4) & 0xFFFFFFFFL;
    if (length == 0) {
      return Optional.empty();
    }
    if (length < 0 || length > Integer.MAX_VALUE || offset < 0) {
      throw Unprocessable.because(
          "tile %d has %d values at byte %d of the heap", tile + 1, length, offset);
    }
    return Optional.of(new Slice(offset, length * size(column.elementType())));
  }

  /** A number of {@code tile}; {@code otherwise} without such a column. */
  double number(String name, int tile, double otherwise) {
    Column column = columns.get(name);
    if (column == null) {
      return otherwise;
    }
    int at = tile * rowBytes + column.offset();
    return switch (column.type()) {
      case 'B' -> rows.get(at) & 0xFF;
      case 'I' -> rows.getShort(at);
      case 'J' -> rows.getInt(at);
      case 'E' -> rows.getFloat(at);
      case 'D' -> rows.getDouble(at);
      default -> otherwise;
    };
  }

  private void readColumns(HeaderUnit unit) {
    int fields = (int) unit.integer("TFIELDS", 1, MAX_COLUMNS);
    long offset = 0;
    for (int i = 1; i <= fields; i++) {
      Matcher form = FORM.matcher(unit.text("TFORM" + i));
      if (!form.matches()) {
        throw Unprocessable.because(
            "FITS card TFORM%d is '%s'", i, Text.shortened(unit.text("TFORM" + i)));
      }
      long repeat = form.group(1).isEmpty() ? 1 : Long.parseLong(form.group(1));
      char type = form.group(2).charAt(0);
      char element = form.group(3).isEmpty() ? 'B' : form.group(3).charAt(0);
      long end = offset + (type == 'X' ? (repeat + 7) / 8 : repeat * size(type));
      if (end > rowBytes) {
        throw Unprocessable.because(
            "column %d of the table ends at byte %d of a row of %d bytes", i, end, rowBytes);
      }
      if (repeat > 0) {
        columns.put(unit.text("TTYPE" + i).strip(), new Column(type, element, (int) offset));
      }
      offset = end;
    }
  }

  private static int size(char type) {
    return switch (type) {
      case 'I' -> 2;
      case 'J', 'E' -> 4;
      case 'K', 'D', 'C', 'P' -> 8;
      case 'M', 'Q' -> 16;
      default -> 1;
    };
  }
}
