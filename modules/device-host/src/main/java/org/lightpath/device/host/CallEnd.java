package org.lightpath.device.host;

/**
 * How a call into a plugin ended, as far as its caller waited.
 *
 * @param <T> what the call gives
 */
sealed interface CallEnd<T> {

  /** It gave {@code value}, null if the driver is at fault. */
  record Value<T>(T value) implements CallEnd<T> {}

  /** It threw {@code cause}; {@code late} if that was after the deadline. */
  record Fault<T>(Throwable cause, boolean late) implements CallEnd<T> {}

  /** It did not come back, not even after an interrupt. */
  record Hung<T>() implements CallEnd<T> {}
}
