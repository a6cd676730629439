package org.lightpath.archive.image;

/**
 * Floating-point pixels that were stored as integers: per tile a scale and a zero, with or without
 * subtractive dithering (FITS Standard 4.0, section 10.2).
 *
 * @param dither whether random numbers were subtracted
 * @param exactZeros whether one integer stands for 0.0 exactly (SUBTRACTIVE_DITHER_2)
 * @param seed ZDITHER0, from 1
 * @param scale ZSCALE of the header, for tables without such a column; 0 if it has none
 * @param zero ZZERO of the header
 * @param blank ZBLANK of the header
 */
record Quantization(
    boolean dither, boolean exactZeros, int seed, double scale, double zero, double blank) {

  private static final int EXACT_ZERO = Integer.MIN_VALUE + 2;
  private static final int RANDOM_NUMBERS = 10_000;
  private static final int RANDOM_JUMP = 500;
  private static final float[] RANDOM = randomNumbers();

  static Quantization of(HeaderUnit unit) {
    String method = unit.text("ZQUANTIZ");
    return new Quantization(
        method.startsWith("SUBTRACTIVE_DITHER"),
        method.equals("SUBTRACTIVE_DITHER_2"),
        (int) unit.integerOr("ZDITHER0", 1, 1, RANDOM_NUMBERS),
        unit.numberOr("ZSCALE", 0),
        unit.numberOr("ZZERO", 0),
        unit.numberOr("ZBLANK", Double.NaN));
  }

  boolean isUsed(TileTable table) {
    return table.has("ZSCALE") || scale != 0;
  }

  void restore(int[] stored, TileDecoder.Tile tile, float[] values) {
    double tileScale = tile.table().number("ZSCALE", tile.number(), scale);
    double tileZero = tile.table().number("ZZERO", tile.number(), zero);
    double tileBlank = tile.table().number("ZBLANK", tile.number(), blank);
    int start = (int) ((tile.number() + (long) seed - 1) % RANDOM_NUMBERS);
    int random = (int) (RANDOM[start] * RANDOM_JUMP);
    for (int i = 0; i < values.length; i++) {
      double shift = dither ? 0.5 - RANDOM[random] : 0;
      values[i] = (float) ((stored[i] + shift) * tileScale + tileZero);
      if (stored[i] == tileBlank) {
        values[i] = Float.NaN;
      } else if (exactZeros && stored[i] == EXACT_ZERO) {
        values[i] = 0;
      }
      random++;
      if (random == RANDOM_NUMBERS) {
        start = (start + 1) % RANDOM_NUMBERS;
        random = (int) (RANDOM[start] * RANDOM_JUMP);
      }
    }
  }

  /** The generator that all writers share (FITS Standard 4.0, appendix I). */
  private static float[] randomNumbers() {
    float[] numbers = new float[RANDOM_NUMBERS];
    long seed = 1;
    for (int i = 0; i < RANDOM_NUMBERS; i++) {
      seed = seed * 16_807 % Integer.MAX_VALUE;
      numbers[i] = (float) ((double) seed / Integer.MAX_VALUE);
    }
    return numbers;
  }
}
