package org.lightpath.plugin.simulator;

import org.lightpath.device.spi.FilterWheelDriver;
import org.lightpath.test.device.FilterWheelContract;

final class SimulatedFilterWheelTest extends FilterWheelContract {

  @Override
  protected FilterWheelDriver newDriver() {
    return TwinSite.atNight().filterWheel();
  }

  @Override
  protected FilterWheelDriver newSlowDriver() {
    return TwinSite.atNight().filterWheel("time-scale", "1", "seconds-per-slot", "30");
  }
}
