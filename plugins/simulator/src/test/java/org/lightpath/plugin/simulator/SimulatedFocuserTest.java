package org.lightpath.plugin.simulator;

import org.lightpath.device.spi.FocuserDriver;
import org.lightpath.test.device.FocuserContract;

final class SimulatedFocuserTest extends FocuserContract {

  @Override
  protected FocuserDriver newDriver() {
    return TwinSite.atNight().focuser();
  }

  @Override
  protected FocuserDriver newSlowDriver() {
    return TwinSite.atNight().focuser("time-scale", "1", "steps-per-second", "100");
  }
}
