package org.lightpath.archive.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import nom.tam.fits.compression.algorithm.hcompress.HDecompress;
import nom.tam.fits.compression.algorithm.plio.PLIOCompress;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;

/**
 * Decodes single tiles: RICE_1, GZIP_1, GZIP_2, HCOMPRESS_1, PLIO_1 and NOCOMPRESS, with or without
 * quantization (FITS Standard 4.0, section 10.4). Not thread-safe.
 */
final class TileDecoder {

  /** How a tile is stored, and in which column; the first that it has counts. */
  enum Form {
    COMPRESSED("COMPRESSED_DATA"),
    GZIPPED("GZIP_COMPRESSED_DATA"),
    AS_IS("UNCOMPRESSED_DATA");

    private final String column;

    Form(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  /**
   * A tile to decode.
   *
   * @param number from 0
   * @param width its columns
   * @param count its pixels
   * @param table its parameters
   */
  record Tile(int number, int width, int count, TileTable table) {}

  private static final int HCOMPRESS_HEAD_BYTES = 25;
  private static final int HCOMPRESS_MAX_PLANES = 62;

  private final String algorithm;
  private final int bitpix;
  private final PixelScale scale;
  private final Quantization quantization;
  private final Map<String, Integer> parameters = new HashMap<>();

  private TileDecoder(HeaderUnit unit, int bitpix) {
    this.algorithm = unit.text("ZCMPTYPE");
    this.bitpix = bitpix;
    this.scale = PixelScale.of(unit);
    this.quantization = Quantization.of(unit);
    for (int i = 1; i <= 9; i++) {
      if (unit.cards().containsKey("ZNAME" + i)) {
        parameters.put(unit.text("ZNAME" + i), (int) unit.numberOr("ZVAL" + i, 0));
      }
    }
  }

  static TileDecoder of(HeaderUnit unit, int bitpix) {
    return new TileDecoder(unit, bitpix);
  }

  /** The physical values of a tile stored as {@code form}. */
  float[] decode(Form form, byte[] code, Tile tile) {
    float[] values = new float[tile.count()];
    switch (form) {
      case COMPRESSED -> decodeCompressed(code, tile, values);
      case GZIPPED -> fromBytes(gunzipped(code, tile.count()), values);
      case AS_IS -> fromBytes(code, values);
    }
    return values;
  }

  private void decodeCompressed(byte[] code, Tile tile, float[] values) {
    boolean real = bitpix < 0;
    boolean quantized = real && quantization.isUsed(tile.table());
    if (real && !quantized) {
      fromBytes(unpacked(code, tile.count()), values);
      return;
    }
    int[] stored = integers(code, tile);
    if (quantized) {
      quantization.restore(stored, tile, values);
    } else {
      for (int i = 0; i < values.length; i++) {
        values[i] = scale.ofInteger(stored[i]);
      }
    }
  }

  /** Integers of at most 32 bits, as the algorithm gives them. */
  private int[] integers(byte[] code, Tile tile) {
    int[] stored = new int[tile.count()];
    switch (algorithm) {
      case "RICE_1", "RICE_ONE" -> {
        int blockSize = parameters.getOrDefault("BLOCKSIZE", 32);
        if (blockSize < 1) {
          throw Unprocessable.because("Rice code has blocks of %d pixels", blockSize);
        }
        new RiceDecoder(parameters.getOrDefault("BYTEPIX", 4), blockSize)
            .decode(code, stored, tile.count());
      }
      case "PLIO_1" -> guarded(() -> plio(code, stored));
      case "HCOMPRESS_1" -> guarded(() -> hcompress(code, tile, stored));
      default -> fromIntegerBytes(unpacked(code, tile.count()), stored);
    }
    return stored;
  }

  private byte[] unpacked(byte[] code, int count) {
    return switch (algorithm) {
      case "GZIP_1" -> gunzipped(code, count);
      case "GZIP_2" -> unshuffled(gunzipped(code, count), count);
      case "NOCOMPRESS" -> code;
      default ->
          throw Unprocessable.because(
              "FITS image of BITPIX %d is compressed with '%s', which cannot be read",
              bitpix, Text.shortened(algorithm));
    };
  }

  private byte[] gunzipped(byte[] code, int count) {
    // Integers may have been widened to 4 bytes; more than that is no tile.
    int limit = Math.multiplyExact(count, Math.max(Integer.BYTES, Math.abs(bitpix) / 8));
    try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(code))) {
      return unzipped.readNBytes(limit);
    } catch (IOException e) {
      throw Unprocessable.because(e, "gzip code of a tile is broken: %s", e.getMessage());
    }
  }

  /** Puts together what GZIP_2 took apart: all first bytes, then all second ones ... */
  private static byte[] unshuffled(byte[] bytes, int count) {
    int size = bytes.length / count;
    byte[] whole = new byte[bytes.length];
    for (int i = 0; i < count; i++) {
      for (int part = 0; part < size; part++) {
        whole[i * size + part] = bytes[part * count + i];
      }
    }
    return whole;
  }

  private void fromBytes(byte[] bytes, float[] values) {
    int wanted = Math.multiplyExact(values.length, Math.abs(bitpix) / 8);
    if (bytes.length < wanted) {
      throw Unprocessable.because("a tile has %d of %d bytes", bytes.length, wanted);
    }
    PixelBytes.decode(ByteBuffer.wrap(bytes), bitpix, scale, values, 0, values.length);
  }

  /** Integers of whatever width the bytes suffice for: some writers widen them. */
  private void fromIntegerBytes(byte[] bytes, int[] stored) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int size = bytes.length / stored.length;
    for (int i = 0; i < stored.length; i++) {
      stored[i] =
          switch (size) {
            case 1 -> buffer.get() & 0xFF;
            case 2 -> buffer.getShort();
            case 4 -> buffer.getInt();
            case 8 -> (int) buffer.getLong();
            default ->
                throw Unprocessable.because(
                    "a tile of %d pixels has %d bytes", stored.length, bytes.length);
          };
    }
  }

  private static void plio(byte[] code, int[] stored) {
    new PLIOCompress.IntPLIOCompressor().decompress(ByteBuffer.wrap(code), IntBuffer.wrap(stored));
  }

  private void hcompress(byte[] code, Tile tile, int[] stored) {
    ByteBuffer head = ByteBuffer.wrap(code);
    if (code.length < HCOMPRESS_HEAD_BYTES
        || (long) head.getInt(2) * head.getInt(6) != tile.count()
        || head.getInt(6) != tile.width()
        || tooDeep(code)) {
      throw Unprocessable.because(
          "H-compressed tile %d does not have the size of its tile", tile.number() + 1);
    }
    long[] wide = new long[tile.count()];
    boolean smooth = parameters.getOrDefault("SMOOTH", 0) != 0;
    new HDecompress().decompress(head, smooth, wide);
    for (int i = 0; i < stored.length; i++) {
      stored[i] = (int) wide[i];
    }
  }

  private static boolean tooDeep(byte[] code) {
    boolean deep = false;
    for (int i = HCOMPRESS_HEAD_BYTES - 3; i < HCOMPRESS_HEAD_BYTES; i++) {
      deep |= code[i] < 0 || code[i] > HCOMPRESS_MAX_PLANES;
    }
    return deep;
  }

  /** The library's decoders end on a broken code with whatever exception comes first. */
  private static void guarded(Runnable decoding) {
    try {
      decoding.run();
    } catch (LightpathException e) {
      throw e;
    } catch (RuntimeException e) {
      throw Unprocessable.because(e, "code of a tile is broken");
    }
  }
}
