package org.lightpath.plugin.simulator;

import org.lightpath.device.spi.MountDriver;
import org.lightpath.test.device.MountContract;

final class SimulatedMountTest extends MountContract {

  @Override
  protected MountDriver newDriver() {
    return TwinSite.atNight().mount();
  }

  @Override
  protected MountDriver newSlowDriver() {
    return TwinSite.atNight().mount("time-scale", "1", "slew-degrees-per-second", "0.5");
  }

  @Override
  protected double visibleRightAscensionDegrees() {
    return 250.42;
  }

  @Override
  protected double visibleDeclinationDegrees() {
    return 36.46;
  }

  @Override
  protected double hiddenDeclinationDegrees() {
    return -80;
  }
}
