package org.lightpath.archive.image;

/**
 * Turns pixel values into grey levels: linear for the faint, logarithmic for the bright (Lupton et
 * al. 2004, PASP 116, 133), by a lookup table. Immutable.
 */
public final class AsinhStretch {

  private static final int STEPS = 65_535;
  private static final int WHITE_LEVEL = 255;

  private final double black;
  private final double stepsPerUnit;
  private final byte[] levels = new byte[STEPS + 1];

  /**
   * A stretch from black to white.
   *
   * @param black value shown as 0
   * @param white value shown as 255; one not above {@code black} shows everything as 0 up to it and
   *     255 beyond
   * @param softening width above black that is shown about linearly, in units of the values; above
   *     0
   */
  public AsinhStretch(double black, double white, double softening) {
    double range = white - black;
    this.black = black;
    this.stepsPerUnit = range > 0 ? STEPS / range : Double.MAX_VALUE;
    double top = asinh(range / softening);
    for (int i = 0; i <= STEPS; i++) {
      double share = range > 0 ? asinh(i * range / STEPS / softening) / top : i == 0 ? 0 : 1;
      levels[i] = (byte) Math.round(WHITE_LEVEL * share);
    }
  }

  /** Grey level of {@code value}, 0 to 255 as an unsigned byte; NaN is black. */
  public byte level(float value) {
    double step = (value - black) * stepsPerUnit;
    return levels[(int) Math.max(0, Math.min(STEPS, step))];
  }

  private static double asinh(double x) {
    return Math.log(x + Math.sqrt(x * x + 1));
  }
}
