package org.lightpath.device.spi;

/** A device could not do what was asked. The message is meant for the observer. */
public final class DeviceException extends Exception {

  private static final long serialVersionUID = 1;

  /** What went wrong, as far as the host acts on it. */
  public enum Code {
    /** The device cannot be reached; the host connects again with back-off. */
    AWAY,
    /** An argument is outside the device's limits; the message names value, limit and unit. */
    OUT_OF_RANGE,
    /** The device is busy with something that the host did not start. */
    BUSY,
    /** The call was stopped by {@link DeviceDriver#abort()} or an interrupt. */
    ABORTED,
    /** The device reported a fault. */
    FAILED
  }

  private final Code code;

  /** A fault with its {@code message} for the observer. */
  public DeviceException(Code code, String message) {
    super(message);
    this.code = code;
  }

  /** A fault with the {@code cause} that the library below gave. */
  public DeviceException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** What went wrong. */
  public Code code() {
    return code;
  }
}
