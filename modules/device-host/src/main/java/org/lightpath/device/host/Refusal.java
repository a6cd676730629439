package org.lightpath.device.host;

import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/** Makes the exceptions that stop the hub's start; each message names place, fault and remedy. */
final class Refusal {

  private Refusal() {}

  static LightpathException of(String message, Object... parts) {
    return new LightpathException(ErrorCode.INVALID_ARGUMENT, message.formatted(parts));
  }

  static LightpathException because(Throwable cause, String message, Object... parts) {
    return new LightpathException(ErrorCode.INVALID_ARGUMENT, message.formatted(parts), cause);
  }

  /** What {@code fault} says, with its class, for a message. */
  static String said(Throwable fault) {
    String type = fault.getClass().getSimpleName();
    String text = fault.getMessage();
    return text == null ? type : type + ": " + text;
  }
}
