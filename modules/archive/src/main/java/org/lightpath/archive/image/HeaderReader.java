package org.lightpath.archive.image;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.lightpath.platform.LightpathException;

/**
 * Reads the header of a FITS file's image, plain or tile-compressed, without its pixels: the first
 * HDU with at least two axes or with {@code ZIMAGE = T}.
 *
 * <p>All values are text: strings without quotes and trailing blanks, numbers as they were written,
 * logicals as {@code T} and {@code F}; lines of COMMENT and HISTORY are joined by line breaks;
 * CONTINUE is appended to what it continues; a HIERARCH card has its words as keyword. Bytes that
 * FITS does not allow in a header are {@code ?}. At most 1000 HDUs with 36 000 cards each.
 */
public final class HeaderReader {

  /** What belongs to the table around a compressed image (FITS Standard 4.0, section 10.1). */
  private static final Pattern TABLE_CARDS =
      Pattern.compile(
          "XTENSION|BITPIX|NAXIS[12]?|PCOUNT|GCOUNT|TFIELDS|THEAP|T(TYPE|FORM|UNIT|NULL|SCAL|ZERO"
              + "|DIM|DISP)\\d+|CHECKSUM|DATASUM|Z(IMAGE|CMPTYPE|TILE\\d+|NAME\\d+|VAL\\d+|MASKCMP"
              + "|QUANTIZ|DITHER0|BLANK|SCALE|ZERO)");

  /** Cards that the table holds under another name, and their own. */
  private static final Pattern MOVED_CARDS =
      Pattern.compile("Z(SIMPLE|TENSION|EXTEND|BLOCKED|BITPIX|NAXIS\\d*|PCOUNT|GCOUNT)");

  private static final Set<String> MOVED_SUMS = Set.of("ZHECKSUM", "ZDATASUM");

  private HeaderReader() {}

  /**
   * The cards in the order of the file; of a compressed image as they were before compression.
   *
   * @param in the file from its first byte; left open, read no further than the header's end
   * @throws LightpathException UNPROCESSABLE if it is not FITS, holds no image or passes the bounds
   * @throws IOException if {@code in} fails
   */
  public static Map<String, String> read(InputStream in) throws IOException {
    return plainView(ImageUnit.find(in));
  }

  static Map<String, String> plainView(HeaderUnit unit) {
    if (!ImageUnit.isCompressed(unit)) {
      return Collections.unmodifiableMap(unit.cards());
    }
    Map<String, String> structure = new LinkedHashMap<>();
    Map<String, String> content = new LinkedHashMap<>();
    unit.cards()
        .forEach(
            (keyword, value) -> {
              if (MOVED_CARDS.matcher(keyword).matches()) {
                structure.put(plainName(keyword), value);
              } else if (MOVED_SUMS.contains(keyword)) {
                content.put(keyword.equals("ZHECKSUM") ? "CHECKSUM" : "DATASUM", value);
              } else if (!TABLE_CARDS.matcher(keyword).matches()
                  && !(keyword.equals("EXTNAME") && value.equals("COMPRESSED_IMAGE"))) {
                content.put(keyword, value);
              }
            });
    // The structure came first in the plain file.
    structure.putAll(content);
    return Collections.unmodifiableMap(structure);
  }

  private static String plainName(String keyword) {
    return keyword.equals("ZTENSION") ? "XTENSION" : keyword.substring(1);
  }
}
