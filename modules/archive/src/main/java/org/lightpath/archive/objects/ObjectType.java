package org.lightpath.archive.objects;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;

/** What an object holds, told by the end of its name and borne out by its first bytes. */
public enum ObjectType {
  /** RFC 4047; a tile-compressed {@code .fz} is a FITS file too (FITS Standard 4.0, section 10). */
  FITS("application/fits", "SIMPLE  ="),
  /** RFC 2046; begins with the markers SOI and the first half of the next (ITU-T T.81, annex B). */
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
  /** PNG specification, section 5.2. */
  PNG("image/png", "\u0089PNG\r\n\u001a\n"),
  /** RFC 3302: little or big endian, and the same with offsets of 64 bits. */
  TIFF("image/tiff", "II*\0", "MM\0*", "II+\0", "MM\0+"),
  /** Whatever it holds when it is unpacked. */
  BZIP2("application/x-bzip2", "BZh"),
  /** Any text without the character NUL. */
  TEXT("text/plain"),
  /** Anything else. */
  OTHER("application/octet-stream");

  /** Bytes of an object's beginning that {@link #check} looks at. */
  public static final int HEAD_BYTES = 8192;

  private static final int SHOWN_BYTES = 8;

  private final String mediaType;
  private final List<String> beginnings;

  ObjectType(String mediaType, String... beginnings) {
    this.mediaType = mediaType;
    this.beginnings = List.of(beginnings);
  }

  /** What the object of that name holds; upper and lower case mean the same. */
  public static ObjectType of(ObjectKey key) {
    String name = key.fileName().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "fits", "fit", "fts", "fz" -> FITS;
      case "jpg", "jpeg" -> JPEG;
      case "png" -> PNG;
      case "tif", "tiff" -> TIFF;
      case "bz2" -> BZIP2;
      case "txt" -> TEXT;
      default -> OTHER;
    };
  }

  /** The media type (IANA), for example {@code image/jpeg}. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Refuses content that cannot be of this type.
   *
   * @param key whose content it is
   * @param head its first {@link #HEAD_BYTES} bytes, or all of it if it is shorter
   * @throws LightpathException UNPROCESSABLE if it begins otherwise
   */
  public void check(ObjectKey key, byte[] head) {
    if (!canBeginWith(new String(head, StandardCharsets.ISO_8859_1))) {
      String shown =
          HexFormat.ofDelimiter(" ").formatHex(head, 0, Math.min(SHOWN_BYTES, head.length));
      throw new LightpathException(
          ErrorCode.UNPROCESSABLE,
          "%s must be %s, and its content is not: it begins with the bytes '%s'; nothing was stored"
              .formatted(key, mediaType, shown));
    }
  }

  private boolean canBeginWith(String head) {
    return switch (this) {
      case TEXT -> head.indexOf('\0') < 0;
      case OTHER -> true;
      case FITS, JPEG, PNG, TIFF, BZIP2 -> beginnings.stream().anyMatch(head::startsWith);
    };
  }
}
