package org.lightpath.plugin.simulator;

import java.time.Clock;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.test.device.CameraContract;

final class SimulatedCameraTest extends CameraContract {

  @Override
  protected CameraDriver newDriver() {
    return TwinSite.with(Clock.systemUTC()).camera("time-scale", "100");
  }

  @Override
  protected CameraDriver newSlowDriver() {
    return TwinSite.with(Clock.systemUTC()).camera("time-scale", "1", "readout-seconds", "0");
  }
}
