package org.lightpath.platform;

import java.util.regex.Pattern;

/**
 * Name of one object: a top folder and one to three further segments, for example {@code
 * data/saf-camera1-20260214-00000001-EX00.fits.fz}. A segment is 1 to 200 letters, digits or {@code
 * ._+=@~-}, and starts with a letter, a digit or {@code _}: so none can lead elsewhere or hide.
 */
public record ObjectKey(String value) {

  private static final String SEGMENT = "[A-Za-z0-9_][A-Za-z0-9._+=@~-]{0,199}";
  private static final Pattern FORMAT = Pattern.compile(SEGMENT + "(/" + SEGMENT + "){1,3}");

  /** Refuses any other text with INVALID_ARGUMENT. */
  public ObjectKey {
    if (!FORMAT.matcher(value).matches()) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "'%s' is no object name: letters, digits and ._+=@~- in 2 to 4 segments of at most 200"
              .formatted(Text.shortened(value)));
    }
  }

  /** The object {@code name} in the top folder {@code directory}. */
  public static ObjectKey of(String directory, String name) {
    return new ObjectKey(directory + "/" + name);
  }

  /** The top folder. */
  public String directory() {
    return value.substring(0, value.indexOf('/'));
  }

  /** The last segment. */
  public String fileName() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
