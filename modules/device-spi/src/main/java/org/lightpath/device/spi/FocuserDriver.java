package org.lightpath.device.spi;

import java.util.OptionalDouble;

/** One focuser with an absolute position in steps. */
public interface FocuserDriver extends DeviceDriver {

  /** Lowest position that can be reached, in steps. */
  int minSteps();

  /** Highest position that can be reached, in steps. */
  int maxSteps();

  /** Where it is, in steps. May run beside a move. */
  int positionSteps() throws DeviceException;

  /**
   * Moves to a position; blocks until it is there.
   *
   * @throws DeviceException OUT_OF_RANGE outside {@link #minSteps} to {@link #maxSteps}; ABORTED if
   *     stopped, the position is then where it came to rest
   */
  void moveTo(int steps) throws DeviceException;

  /** Temperature at the tube in degrees Celsius, empty without a probe. May run beside a move. */
  OptionalDouble temperatureCelsius() throws DeviceException;
}
