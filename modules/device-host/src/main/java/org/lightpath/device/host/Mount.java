package org.lightpath.device.host;

import org.lightpath.device.spi.MountDriver;
import org.lightpath.device.spi.MountStatus;

/** A mount. Turns and faults as for {@link Camera}. */
public final class Mount extends DrivenDevice {

  private final Device<MountDriver, MountProfile.NoFacts, MountStatus> device;

  Mount(Device<MountDriver, MountProfile.NoFacts, MountStatus> device) {
    this.device = device;
  }

  @Override
  Device<MountDriver, MountProfile.NoFacts, MountStatus> device() {
    return device;
  }

  /** Where it points and what it does now, also beside a slew. */
  public MountStatus status() {
    return device.beside("read status", MountDriver::status);
  }

  /**
   * Points at a place of the sky and tracks it; blocks until it is there, at most the {@code
   * move-timeout}.
   *
   * @param rightAscensionDegrees ICRS, 0 (inclusive) to 360 (exclusive)
   * @param declinationDegrees ICRS, −90 to 90
   * @throws org.lightpath.platform.LightpathException INVALID_ARGUMENT if that is no place of the
   *     sky or below the mount's horizon; CONFLICT if aborted; UNAVAILABLE if it is away or fails;
   *     TIMED_OUT at the deadline
   */
  public void slewTo(double rightAscensionDegrees, double declinationDegrees) {
    device.command(
        "slew",
        device.timeouts().move(),
        driver -> driver.slewTo(rightAscensionDegrees, declinationDegrees));
  }

  /** Moves to the park position and stops tracking; blocks like {@link #slewTo}. */
  public void park() {
    device.command("park", device.timeouts().move(), MountDriver::park);
  }
}
