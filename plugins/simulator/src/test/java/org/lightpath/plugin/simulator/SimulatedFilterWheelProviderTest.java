package org.lightpath.plugin.simulator;

import org.lightpath.device.spi.DeviceProvider;
import org.lightpath.test.device.ProviderContract;

final class SimulatedFilterWheelProviderTest extends ProviderContract {

  @Override
  protected DeviceProvider<?> provider() {
    return new SimulatedFilterWheelProvider();
  }
}
