package org.lightpath.archive.image;

import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/** Makes the refusal of a file that cannot be used. */
final class Unprocessable {

  private Unprocessable() {}

  static LightpathException because(String format, Object... arguments) {
    return new LightpathException(ErrorCode.UNPROCESSABLE, format.formatted(arguments));
  }

  static LightpathException because(Exception cause, String format, Object... arguments) {
    return new LightpathException(ErrorCode.UNPROCESSABLE, format.formatted(arguments), cause);
  }
}
