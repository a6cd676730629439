package org.lightpath.archive.image;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as FITS writes them, with E or D before the exponent (FITS Standard 4.0, 4.2.4). */
final class FitsNumber {

  private static final Pattern FORMAT =
      Pattern.compile("[+-]?(\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40})([EDed][+-]?\\d{1,5})?");

  private FitsNumber() {}

  /** The number; empty if {@code text} is none or too large for a double. */
  static Optional<Double> parse(String text) {
    String bare = text.strip();
    if (!FORMAT.matcher(bare).matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(bare.replace('D', 'E').replace('d', 'e'));
    return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
  }
}
