package org.lightpath.platform;

import java.util.Set;
import java.util.regex.Pattern;

/** Site abbreviation, two to sixteen letters or digits, case kept, for example {@code saf}. */
public record SiteCode(String value) implements Comparable<SiteCode> {

  /** First segments of routes under /api, which a site code would hide, and {@code all}. */
  public static final Set<String> RESERVED =
      Set.of(
          "admin",
          "all",
          "download",
          "dummy-requires-auth",
          "fitsheader",
          "image",
          "me",
          "pipe",
          "plugins",
          "session",
          "token",
          "trace",
          "upload");

  private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9]{2,16}");

  /** Refuses anything else with INVALID_ARGUMENT. */
  public SiteCode {
    if (!isValid(value)) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "site code '%s' is not 2-16 letters or digits".formatted(Text.shortened(value)));
    }
  }

  /** Whether {@code value} has the form of a site code. */
  public static boolean isValid(String value) {
    return FORMAT.matcher(value).matches();
  }

  @Override
  public int compareTo(SiteCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
