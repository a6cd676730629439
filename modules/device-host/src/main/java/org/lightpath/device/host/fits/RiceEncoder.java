package org.lightpath.device.host.fits;

/**
 * Rice coding of 16-bit values with blocks of 32 (FITS Standard 4.0, section 10.4.1: RICE_1,
 * BLOCKSIZE 32, BYTEPIX 2). Lossless for any data. Not thread-safe.
 *
 * <p>Written here because nom-tam-fits 1.21.2 takes differences of 16-bit values without wrapping
 * them to 16 bit, which damages very noisy rows.
 */
final class RiceEncoder {

  static final int BLOCK_SIZE = 32;
  static final int BYTES_PER_PIXEL = 2;

  private static final int VALUE_BITS = 16;
  private static final int SPLIT_BITS = 4;
  private static final int SPLIT_LIMIT = 14;

  private final short[] values;
  private final int[] mapped = new int[BLOCK_SIZE];
  private final byte[] out;
  private int length;
  private long pending;
  private int pendingBits;

  /** Encodes runs of at most {@code maxValues}. */
  RiceEncoder(int maxValues) {
    this.values = new short[maxValues];
    // A block needs at most its raw bits, a fifth more for unlucky splits, and its split code.
    this.out = new byte[4 * maxValues + 64];
  }

  /** The run to encode is written here, from index 0. */
  short[] values() {
    return values;
  }

  /** The code of the last run, {@link #encode} bytes long. */
  byte[] code() {
    return out;
  }

  /** Encodes the first {@code count} (at least 1) of {@link #values}; gives the length in bytes. */
  int encode(int count) {
    length = 0;
    pending = 0;
    pendingBits = 0;
    put(values[0] & 0xFFFF, VALUE_BITS);
    int previous = values[0];
    for (int start = 0; start < count; start += BLOCK_SIZE) {
      int size = Math.min(BLOCK_SIZE, count - start);
      long sum = 0;
      for (int i = 0; i < size; i++) {
        int difference = (short) (values[start + i] - previous);
        previous = values[start + i];
        mapped[i] = ((difference << 1) ^ (difference >> 31)) & 0xFFFF;
        sum += mapped[i];
      }
      encodeBlock(size, sum);
    }
    if (pendingBits > 0) {
      out[length++] = (byte) (pending << (8 - pendingBits));
    }
    return length;
  }

  private void encodeBlock(int size, long sum) {
    int split = split(size, sum);
    if (sum == 0) {
      put(0, SPLIT_BITS);
    } else if (split >= SPLIT_LIMIT) {
      put(SPLIT_LIMIT + 1, SPLIT_BITS);
      for (int i = 0; i < size; i++) {
        put(mapped[i], VALUE_BITS);
      }
    } else {
      put(split + 1, SPLIT_BITS);
      for (int i = 0; i < size; i++) {
        int zeros = mapped[i] >> split;
        for (; zeros >= VALUE_BITS; zeros -= VALUE_BITS) {
          put(0, VALUE_BITS);
        }
        put(1, zeros + 1);
        put(mapped[i] & ((1 << split) - 1), split);
      }
    }
  }

  /** How many low bits are written as they are: about the logarithm of the mean difference. */
  private static int split(int size, long sum) {
    double mean = Math.max(0, (sum - size / 2 - 1.0) / size);
    return Integer.SIZE - Integer.numberOfLeadingZeros((int) mean >> 1);
  }

  private void put(int value, int bits) {
    pending = (pending << bits) | value;
    pendingBits += bits;
    while (pendingBits >= 8) {
      pendingBits -= 8;
      out[length++] = (byte) (pending >> pendingBits);
    }
  }
}
