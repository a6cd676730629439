package org.lightpath.device.host.fits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nom.tam.fits.FitsException;
import nom.tam.fits.FitsFactory;
import nom.tam.fits.Header;
import nom.tam.fits.HeaderCard;
import nom.tam.fits.utilities.FitsCheckSum;
import nom.tam.util.FitsOutputStream;

/**
 * The cards of one HDU in the order in which they are added. Values that are unknown, empty or not
 * finite leave no card. Text is cleaned; long text goes on in CONTINUE cards.
 */
final class Cards {

  private static final int LONGEST_IN_ONE_CARD = 68;
  private static final int CARD_LENGTH = 80;
  private static final int COMMENT_SEPARATOR = 3;
  private static final String NO_CHECKSUM = "0000000000000000";

  static {
    // The library keeps its settings in statics; this is the only place of ours that sets any.
    FitsFactory.setDefaults();
    FitsFactory.setLongStringsEnabled(true);
    FitsFactory.setUseExponentD(false);
    FitsFactory.setUseHierarch(false);
  }

  private final Header header = new Header();

  Cards text(String key, String value, String comment) {
    String clean = AsciiText.of(value);
    if (clean.isEmpty()) {
      return this;
    }
    // A quote counts twice, because the card doubles it.
    int length = clean.replace("'", "''").length();
    // A last ampersand looks as if the text went on.
    if ((length > LONGEST_IN_ONE_CARD || clean.endsWith("&")) && !header.containsKey("LONGSTRN")) {
      add(() -> new HeaderCard("LONGSTRN", "OGIP 1.0", "long text goes on in CONTINUE cards"));
    }
    // The library would continue a card for its comment's sake; the value alone is worth that.
    boolean roomForBoth = length + COMMENT_SEPARATOR + comment.length() <= LONGEST_IN_ONE_CARD;
    return add(() -> new HeaderCard(key, clean, roomForBoth ? comment : null));
  }

  Cards text(String key, Optional<String> value, String comment) {
    value.ifPresent(present -> text(key, present, comment));
    return this;
  }

  Cards number(String key, double value, String comment) {
    // Written by hand: the library gives 2000 as 2.E3, which is right and no pleasure to read.
    String card = String.format(Locale.ROOT, "%-8s= %20s / %s", key, value, comment);
    String line = card.length() <= CARD_LENGTH ? card : card.substring(0, CARD_LENGTH);
    return Double.isFinite(value) ? add(() -> HeaderCard.create(line)) : this;
  }

  Cards number(String key, OptionalDouble value, String comment) {
    value.ifPresent(present -> number(key, present, comment));
    return this;
  }

  Cards integer(String key, long value, String comment) {
    return add(() -> new HeaderCard(key, value, comment));
  }

  Cards integer(String key, OptionalInt value, String comment) {
    value.ifPresent(present -> integer(key, present, comment));
    return this;
  }

  Cards logical(String key, boolean value, String comment) {
    return add(() -> new HeaderCard(key, value, comment));
  }

  /**
   * The header as it stands in the file: whole blocks of 2880 bytes, with DATASUM and CHECKSUM
   * (FITS Standard 4.0, appendix J). Call it once, last.
   *
   * @param datasum sum of the data that follow, unsigned 32 bit
   */
  Block end(long datasum) {
    text("DATASUM", Long.toString(datasum), "sum of the data");
    text("CHECKSUM", NO_CHECKSUM, "makes the sum of the HDU all ones");
    add(() -> HeaderCard.create("END"));
    long total = FitsCheckSum.sumOf(FitsCheckSum.checksum(bytes()), datasum);
    String checksum = FitsCheckSum.encode(total);
    header.getCard("CHECKSUM").setValue(checksum);
    return new Block(bytes(), checksum);
  }

  /**
   * A finished header.
   *
   * @param bytes as in the file
   * @param checksum value of its CHECKSUM card
   */
  record Block(byte[] bytes, String checksum) {}

  private byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 * FitsFactory.FITS_BLOCK_SIZE);
    try (FitsOutputStream out = new FitsOutputStream(bytes)) {
      header.writeUnchecked(out);
    } catch (IOException | FitsException e) {
      throw new IllegalStateException("FITS header that cannot be written to memory", e);
    }
    return bytes.toByteArray();
  }

  private Cards add(CardMaker maker) {
    try {
      header.addLine(maker.make());
      return this;
    } catch (FitsException e) {
      throw new IllegalStateException("FITS card that cannot be made", e);
    }
  }

  @FunctionalInterface
  private interface CardMaker {
    HeaderCard make() throws FitsException;
  }
}
