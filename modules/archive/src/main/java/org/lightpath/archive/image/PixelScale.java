package org.lightpath.archive.image;

import java.util.OptionalLong;

/**
 * How stored values become physical ones: {@code zero + scale * stored} (FITS Standard 4.0, section
 * 4.4.2.5).
 *
 * @param scale BSCALE
 * @param zero BZERO
 * @param blank stored integer that stands for an undefined pixel
 */
record PixelScale(double scale, double zero, OptionalLong blank) {

  static PixelScale of(HeaderUnit unit) {
    OptionalLong blank =
        unit.cards().containsKey("BLANK")
            ? OptionalLong.of(unit.integer("BLANK", Long.MIN_VALUE, Long.MAX_VALUE))
            : OptionalLong.empty();
    return new PixelScale(unit.numberOr("BSCALE", 1), unit.numberOr("BZERO", 0), blank);
  }

  float ofInteger(long stored) {
    return blank.isPresent() && blank.getAsLong() == stored ? Float.NaN : ofReal((double) stored);
  }

  float ofReal(double stored) {
    return (float) (zero + scale * stored);
  }
}
