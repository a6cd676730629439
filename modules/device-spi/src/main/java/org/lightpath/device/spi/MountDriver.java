package org.lightpath.device.spi;

/** One telescope mount. */
public interface MountDriver extends DeviceDriver {

  /** Where it points and what it does, now. May run beside a slew. */
  MountStatus status() throws DeviceException;

  /**
   * Points at a place of the sky and tracks it; blocks until it is there.
   *
   * @param rightAscensionDegrees ICRS, 0 (inclusive) to 360 (exclusive)
   * @param declinationDegrees ICRS, −90 to 90
   * @throws DeviceException OUT_OF_RANGE if that is no place of the sky or lies below the mount's
   *     horizon, the message names its altitude; ABORTED if stopped
   */
  void slewTo(double rightAscensionDegrees, double declinationDegrees) throws DeviceException;

  /** Moves to the park position and stops tracking; blocks until it is there. */
  void park() throws DeviceException;
}
