package org.lightpath.platform;

/**
 * The one exception between modules. Its message is meant for the caller: it names the thing, the
 * value, the limit and the unit.
 */
public class LightpathException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ErrorCode code;

  /** A failure with a message for the caller. */
  public LightpathException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  /** A failure with the {@code cause} that goes to the log. */
  public LightpathException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** How it failed. */
  public ErrorCode code() {
    return code;
  }
}
