package org.lightpath.archive;

import java.util.Locale;
import org.lightpath.archive.image.ImageFileName;

/** Which of an image's files a name means, by extension and reduction level. */
public enum Variant {
  /** The full image: FITS level 00 or 01. */
  FITS_FULL,
  /** A smaller FITS: level 10 or 13. */
  FITS_SMALL,
  /** The preview: JPG level 10 or 13. */
  JPG_MEDIUM,
  /** The thumbnail: JPG level 11. */
  JPG_SMALL,
  /** Anything else that belongs to the image. */
  OTHER;

  /** What {@code name} means. */
  public static Variant of(ImageFileName name) {
    String extension = name.extension().toLowerCase(Locale.ROOT);
    String level = name.reductionLevel();
    if (extension.startsWith("fits")) {
      return switch (level) {
        case "00", "01" -> FITS_FULL;
        case "10", "13" -> FITS_SMALL;
        default -> OTHER;
      };
    }
    if (extension.equals("jpg")) {
      return switch (level) {
        case "10", "13" -> JPG_MEDIUM;
        case "11" -> JPG_SMALL;
        default -> OTHER;
      };
    }
    return OTHER;
  }
}
