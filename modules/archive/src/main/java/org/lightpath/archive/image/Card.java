package org.lightpath.archive.image;

import java.util.Locale;

/**
 * One header card of 80 characters (FITS Standard 4.0, section 4.1).
 *
 * @param keyword its name, trimmed; of a HIERARCH card the words after it
 * @param value the value as text: strings without quotes and trailing blanks, anything else as it
 *     stands without its comment; of a commentary card its text
 * @param kind how the value was written
 */
record Card(String keyword, String value, Kind kind) {

  enum Kind {
    STRING,
    OTHER,
    COMMENTARY
  }

  static final int LENGTH = 80;

  private static final int VALUE_START = 10;

  static Card parse(String card) {
    String keyword = card.substring(0, 8).stripTrailing().toUpperCase(Locale.ROOT);
    if (keyword.equals("HIERARCH")) {
      int assign = card.indexOf('=');
      if (assign > VALUE_START) {
        String words = card.substring(9, assign).strip().replaceAll(" +", " ");
        return withValue(words, card.substring(assign + 1));
      }
    }
    if (keyword.equals("CONTINUE")) {
      return withValue(keyword, card.substring(8));
    }
    if (card.startsWith("= ", 8) || card.startsWith("='", 8)) {
      return withValue(keyword, card.substring(9));
    }
    return new Card(keyword, card.substring(8).stripTrailing(), Kind.COMMENTARY);
  }

  private static Card withValue(String keyword, String field) {
    String text = field.strip();
    if (text.startsWith("'")) {
      return new Card(keyword, unquoted(text), Kind.STRING);
    }
    int comment = text.indexOf('/');
    String value = comment < 0 ? text : text.substring(0, comment).stripTrailing();
    return new Card(keyword, value, Kind.OTHER);
  }

  /** The string that begins at the quote; two quotes in a row stand for one; its end may lack. */
  private static String unquoted(String text) {
    StringBuilder value = new StringBuilder(text.length());
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        if (i + 1 >= text.length() || text.charAt(i + 1) != '\'') {
          break;
        }
        i++;
      }
      value.append(c);
    }
    return value.toString().stripTrailing();
  }
}
