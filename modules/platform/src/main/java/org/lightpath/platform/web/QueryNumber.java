package org.lightpath.platform.web;

import java.util.Optional;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;

/** A whole number in a query parameter. */
public final class QueryNumber {

  private static final long DEFAULT_LIMIT = 100;
  private static final long MAX_LIMIT = 1000;

  private QueryNumber() {}

  /** How many entries of a list are wanted: 1 to 1000, 100 if the request does not say. */
  static int limit(String text) {
    return of("limit", text, 1, MAX_LIMIT).orElse(DEFAULT_LIMIT).intValue();
  }

  /** The number in {@code text}, empty without text; INVALID_ARGUMENT if it is none in range. */
  public static Optional<Long> of(String name, String text, long least, long most) {
    if (text == null) {
      return Optional.empty();
    }
    if (text.matches("[0-9]{1,18}")) {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return Optional.of(value);
      }
    }
    throw new LightpathException(
        ErrorCode.INVALID_ARGUMENT,
        "%s is '%s'; it is a whole number from %d to %d"
            .formatted(name, Text.shortened(text), least, most));
  }
}
