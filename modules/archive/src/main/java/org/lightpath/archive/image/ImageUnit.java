package org.lightpath.archive.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the image in a FITS file: its first HDU that is an array of at least two axes or a
 * tile-compressed image.
 */
final class ImageUnit {

  static final int MAX_UNITS = 1000;

  private ImageUnit() {}

  /** Reads up to the end of the image's header: the data follow in {@code in}. */
  static HeaderUnit find(InputStream in) throws IOException {
    Optional<HeaderUnit> unit = HeaderUnit.read(in, true);
    for (int count = 1; unit.isPresent() && count <= MAX_UNITS; count++) {
      if (isCompressed(unit.get()) || isArray(unit.get())) {
        return unit.get();
      }
      if (!skipData(in, unit.get().dataBytes())) {
        break;
      }
      unit = HeaderUnit.read(in, false);
    }
    throw Unprocessable.because("FITS file holds no image in its first %d HDUs", MAX_UNITS);
  }

  static boolean isCompressed(HeaderUnit unit) {
    return unit.text("XTENSION").equals("BINTABLE") && unit.isTrue("ZIMAGE");
  }

  private static boolean isArray(HeaderUnit unit) {
    Map<String, String> cards = unit.cards();
    return (unit.isTrue("SIMPLE") || unit.text("XTENSION").equals("IMAGE"))
        && unit.integer("NAXIS", 0, 999) >= 2
        && !"0".equals(cards.get("NAXIS1"))
        && !"0".equals(cards.get("NAXIS2"));
  }

  /** {@code false} if the file ends before. */
  private static boolean skipData(InputStream in, long bytes) throws IOException {
    try {
      in.skipNBytes(bytes);
      in.skipNBytes(HeaderUnit.padding(bytes));
      return true;
    } catch (EOFException e) {
      return false;
    }
  }
}
