package org.lightpath.device.host.fits;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text from people, made fit for a FITS card: 0x20 to 0x7E only (FITS Standard 4.0, 4.2.1). */
final class AsciiText {

  /** A header is for people too: longer text is cut. */
  static final int MAX_LENGTH = 512;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OUTSIDE = Pattern.compile("[^\\x20-\\x7E]");

  private AsciiText() {}

  /**
   * Accents dropped, any other character outside ASCII as {@code ?}, blanks trimmed, at most
   * {@value #MAX_LENGTH} characters.
   */
  static String of(String text) {
    String head = text.length() <= 2 * MAX_LENGTH ? text : text.substring(0, 2 * MAX_LENGTH);
    String bare = MARKS.matcher(Normalizer.normalize(head, Normalizer.Form.NFD)).replaceAll("");
    String ascii = OUTSIDE.matcher(bare.replaceAll("\\s", " ")).replaceAll("?").strip();
    return ascii.length() <= MAX_LENGTH ? ascii : ascii.substring(0, MAX_LENGTH).strip();
  }
}
