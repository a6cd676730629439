package org.lightpath.plugin.simulator.sky;

import java.util.SplittableRandom;

/**
 * Random stars all over the sky. The sky is cut into tiles, each with its own seed, so that the
 * same place always shows the same stars, however one points there.
 */
final class StarField {

  /** Faintest star that exists; a deep exposure shows no more. */
  static final double FAINTEST = 20;

  private static final double BRIGHTEST = 5;
  private static final double BAND_DEGREES = 0.25;
  private static final int BANDS = (int) (180 / BAND_DEGREES);

  /**
   * Stars brighter than magnitude 5, 6, ... 20 per square degree far from the Milky Way. The shape
   * is that of star counts (a factor 2.5 to 3 per magnitude at the bright end, 1.4 at the faint
   * one), the numbers are round.
   */
  private static final double[] CUMULATIVE = {
    0.04, 0.12, 0.35, 1.0, 2.6, 6.5, 16, 38, 85, 170, 330, 600, 1000, 1600, 2300, 3200
  };

  /** How many times more stars there are on the galactic equator. */
  private static final double MILKY_WAY_FACTOR = 12;

  private static final double MILKY_WAY_HEIGHT_DEGREES = 10;

  /** North galactic pole, ICRS: Hipparcos catalogue (ESA SP-1200), vol. 1, section 1.5.3. */
  private static final SkyPosition GALACTIC_POLE = new SkyPosition(192.85948, 27.12825);

  private StarField() {}

  /** Shows all stars down to {@code faintest} of every tile that the circle touches. */
  static void visit(
      SkyPosition centre, double radiusDegrees, double faintest, StarVisitor visitor) {
    double lowest = centre.declinationDegrees() - radiusDegrees;
    double highest = centre.declinationDegrees() + radiusDegrees;
    int firstBand = Math.max(0, (int) Math.floor((lowest + 90) / BAND_DEGREES));
    int lastBand = Math.min(BANDS - 1, (int) Math.floor((highest + 90) / BAND_DEGREES));
    double halfWidth = halfWidthDegrees(centre.declinationDegrees(), radiusDegrees);
    for (int band = firstBand; band <= lastBand; band++) {
      int tiles = tilesOf(band);
      double tileWidth = 360.0 / tiles;
      long first = (long) Math.floor((centre.rightAscensionDegrees() - halfWidth) / tileWidth);
      long last = (long) Math.floor((centre.rightAscensionDegrees() + halfWidth) / tileWidth);
      last = Math.min(last, first + tiles - 1);
      for (long tile = first; tile <= last; tile++) {
        visitTile(band, (int) Math.floorMod(tile, (long) tiles), tileWidth, faintest, visitor);
      }
    }
  }

  /** Half the range of right ascension that a circle covers, degrees. */
  private static double halfWidthDegrees(double declinationDegrees, double radiusDegrees) {
    if (Math.abs(declinationDegrees) + radiusDegrees >= 90) {
      return 180;
    }
    double sine =
        Math.sin(Math.toRadians(radiusDegrees)) / Math.cos(Math.toRadians(declinationDegrees));
    return Math.toDegrees(Math.asin(Math.min(1, sine)));
  }

  private static int tilesOf(int band) {
    double middle = -90 + (band + 0.5) * BAND_DEGREES;
    return Math.max(1, (int) Math.ceil(360 * Math.cos(Math.toRadians(middle)) / BAND_DEGREES));
  }

  private static void visitTile(
      int band, int tile, double width, double faintest, StarVisitor visitor) {
    double sinLow = Math.sin(Math.toRadians(-90 + band * BAND_DEGREES));
    double sinHigh = Math.sin(Math.toRadians(-90 + (band + 1) * BAND_DEGREES));
    double area = width * Math.toDegrees(sinHigh - sinLow);
    SkyPosition middle = new SkyPosition((tile + 0.5) * width, -90 + (band + 0.5) * BAND_DEGREES);
    double most = CUMULATIVE[CUMULATIVE.length - 1];
    SplittableRandom random = new SplittableRandom(band * 1_000_003L + tile);
    int count = count(area * most * crowding(middle), random);
    for (int i = 0; i < count; i++) {
      double rightAscension = (tile + random.nextDouble()) * width;
      double sine = sinLow + (sinHigh - sinLow) * random.nextDouble();
      double magnitude = magnitudeOf(random.nextDouble() * most);
      if (magnitude <= faintest) {
        visitor.star(rightAscension, Math.toDegrees(Math.asin(sine)), magnitude);
      }
    }
  }

  /** A whole number with mean {@code expected}: rounded up or down, plus about its square root. */
  private static int count(double expected, SplittableRandom random) {
    double bell = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
    return (int) Math.max(0, Math.round(expected + 2 * bell * Math.sqrt(expected)));
  }

  /** How many times more stars there are at {@code place} than far from the Milky Way. */
  static double crowding(SkyPosition place) {
    double latitude = 90 - place.separationDegrees(GALACTIC_POLE);
    return 1 + (MILKY_WAY_FACTOR - 1) * Math.exp(-Math.abs(latitude) / MILKY_WAY_HEIGHT_DEGREES);
  }

  /** The magnitude down to which there are {@code number} stars per square degree. */
  static double magnitudeOf(double number) {
    if (number <= CUMULATIVE[0]) {
      return BRIGHTEST;
    }
    int upper = 1;
    while (upper < CUMULATIVE.length - 1 && number > CUMULATIVE[upper]) {
      upper++;
    }
    double low = Math.log(CUMULATIVE[upper - 1]);
    double high = Math.log(CUMULATIVE[upper]);
    return BRIGHTEST + upper - 1 + (Math.log(number) - low) / (high - low);
  }
}
