package org.lightpath.platform;

import java.time.Duration;
import java.util.Optional;

/**
 * The one exception between modules. Its message is meant for the caller: it names the thing, the
 * value, the limit and the unit.
 */
public class LightpathException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ErrorCode code;
  private final Duration retryAfter;

  /** A failure with a message for the caller. */
  public LightpathException(ErrorCode code, String message) {
    super(message);
    this.code = code;
    this.retryAfter = null;
  }

  /**
   * A failure that will be over: TOO_MANY or UNAVAILABLE.
   *
   * @param retryAfter after how long, whole seconds
   */
  public LightpathException(ErrorCode code, String message, Duration retryAfter) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** A failure with the {@code cause} that goes to the log. */
  public LightpathException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.retryAfter = null;
  }

  /** How it failed. */
  public ErrorCode code() {
    return code;
  }

  /** When to try again; empty: that is not known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
