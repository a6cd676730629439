package org.lightpath.archive.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.lightpath.platform.Text;

/**
 * The header of one HDU as it stands in the file, and the size of the data behind it. Reads at most
 * 1000 blocks of 2880 bytes (36 000 cards).
 */
final class HeaderUnit {

  static final int BLOCK_BYTES = 2880;
  static final int MAX_BLOCKS = 1000;

  private static final int MAX_AXES = 999;

  private final Map<String, String> cards = new LinkedHashMap<>();
  private final Map<String, StringJoiner> commentary = new HashMap<>();
  private final StringBuilder continued = new StringBuilder();
  private String continuing = "";

  private HeaderUnit() {}

  /** The next header; empty at the end of the file or where the rest is not an HDU. */
  static Optional<HeaderUnit> read(InputStream in, boolean first) throws IOException {
    HeaderUnit unit = new HeaderUnit();
    for (int block = 0; block < MAX_BLOCKS; block++) {
      byte[] bytes = in.readNBytes(BLOCK_BYTES);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      if (block == 0 && !text.startsWith(first ? "SIMPLE  =" : "XTENSION=")) {
        if (first) {
          throw Unprocessable.because(
              "not a FITS file: it begins with '%s' instead of 'SIMPLE  ='",
              Text.shortened(text.substring(0, Math.min(9, text.length()))));
        }
        return Optional.empty();
      }
      if (bytes.length < BLOCK_BYTES) {
        throw Unprocessable.because(
            "FITS header ends in the middle: block %d has %d of %d bytes",
            block + 1, bytes.length, BLOCK_BYTES);
      }
      if (unit.addBlock(text)) {
        return Optional.of(unit);
      }
    }
    throw Unprocessable.because(
        "FITS header has no END card in its first %d blocks of %d bytes", MAX_BLOCKS, BLOCK_BYTES);
  }

  /** Its cards in the order of the file; of a repeated keyword the last value. */
  Map<String, String> cards() {
    return cards;
  }

  /** Value of a logical card; {@code false} if it is missing. */
  boolean isTrue(String keyword) {
    return "T".equals(cards.get(keyword));
  }

  /** Value of a card as text, empty text if it is missing. */
  String text(String keyword) {
    return cards.getOrDefault(keyword, "");
  }

  /** Value of a card that must be an integer from {@code min} to {@code max}. */
  long integer(String keyword, long min, long max) {
    String value = cards.get(keyword);
    if (value == null) {
      throw Unprocessable.because("FITS header lacks the card %s", keyword);
    }
    long number;
    try {
      number = Long.parseLong(value.startsWith("+") ? value.substring(1) : value);
    } catch (NumberFormatException e) {
      throw Unprocessable.because(
          e, "FITS card %s is '%s', not an integer", keyword, Text.shortened(value));
    }
    if (number < min || number > max) {
      throw Unprocessable.because(
          "FITS card %s is %d, outside %d to %d", keyword, number, min, max);
    }
    return number;
  }

  /** Like {@link #integer(String, long, long)}; {@code otherwise} if the card is missing. */
  long integerOr(String keyword, long otherwise, long min, long max) {
    return cards.containsKey(keyword) ? integer(keyword, min, max) : otherwise;
  }

  /** Value of a card that must be a number; {@code otherwise} if it is missing. */
  double numberOr(String keyword, double otherwise) {
    if (!cards.containsKey(keyword)) {
      return otherwise;
    }
    return FitsNumber.parse(text(keyword))
        .orElseThrow(
            () ->
                Unprocessable.because(
                    "FITS card %s is '%s', not a number", keyword, Text.shortened(text(keyword))));
  }

  /** Bytes of data behind this header, without padding (FITS Standard 4.0, section 4.4.1). */
  long dataBytes() {
    int axes = (int) integer("NAXIS", 0, MAX_AXES);
    long bits = Math.abs(integer("BITPIX", -64, 64));
    // Random groups say NAXIS1 = 0 and still have data.
    int firstAxis = isTrue("GROUPS") && axes > 0 && integerOr("NAXIS1", 1, 0, 1) == 0 ? 2 : 1;
    try {
      long values = axes < firstAxis ? 0 : 1;
      for (int axis = firstAxis; axis <= axes; axis++) {
        values = Math.multiplyExact(values, integer("NAXIS" + axis, 0, Long.MAX_VALUE));
      }
      long heap = integerOr("PCOUNT", 0, 0, Long.MAX_VALUE);
      long groups = integerOr("GCOUNT", 1, 0, Long.MAX_VALUE);
      return Math.multiplyExact(bits / 8, Math.multiplyExact(groups, Math.addExact(heap, values)));
    } catch (ArithmeticException e) {
      throw Unprocessable.because(e, "FITS header tells of more than 2^63 bytes of data");
    }
  }

  /** Bytes that follow data of this length to fill the last block. */
  static long padding(long dataBytes) {
    return Math.floorMod(-dataBytes, BLOCK_BYTES);
  }

  /** Takes the cards of a block; {@code true} after END. */
  private boolean addBlock(String block) {
    for (int at = 0; at < BLOCK_BYTES; at += Card.LENGTH) {
      String card = printable(block.substring(at, at + Card.LENGTH));
      if (card.startsWith("END     ")) {
        endContinued();
        commentary.forEach((keyword, text) -> cards.put(keyword, text.toString()));
        return true;
      }
      add(Card.parse(card));
    }
    return false;
  }

  private void add(Card card) {
    if (card.keyword().equals("CONTINUE")) {
      if (!continuing.isEmpty() && card.kind() == Card.Kind.STRING) {
        // The ampersand before only said that this card follows.
        continued.setLength(continued.length() - 1);
        continued.append(card.value());
        if (!card.value().endsWith("&")) {
          endContinued();
        }
      }
      return;
    }
    endContinued();
    if (card.keyword().isEmpty()) {
      return;
    }
    switch (card.kind()) {
      case COMMENTARY -> addCommentary(card);
      case OTHER -> cards.put(card.keyword(), card.value());
      case STRING -> {
        cards.put(card.keyword(), card.value());
        if (card.value().endsWith("&")) {
          continuing = card.keyword();
          continued.append(card.value());
        }
      }
    }
  }

  private void addCommentary(Card card) {
    cards.putIfAbsent(card.keyword(), "");
    commentary.computeIfAbsent(card.keyword(), keyword -> new StringJoiner("\n")).add(card.value());
  }

  private void endContinued() {
    if (!continuing.isEmpty()) {
      cards.put(continuing, continued.toString());
      continued.setLength(0);
      continuing = "";
    }
  }

  /** What FITS does not allow in a header, for example a byte from a broken disk, as {@code ?}. */
  private static String printable(String card) {
    StringBuilder clean = new StringBuilder(card.length());
    for (int i = 0; i < card.length(); i++) {
      char c = card.charAt(i);
      clean.append(c >= ' ' && c <= '~' ? c : '?');
    }
    return clean.toString();
  }
}
