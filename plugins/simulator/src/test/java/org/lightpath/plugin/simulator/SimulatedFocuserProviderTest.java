package org.lightpath.plugin.simulator;

import org.lightpath.device.spi.DeviceProvider;
import org.lightpath.test.device.ProviderContract;

final class SimulatedFocuserProviderTest extends ProviderContract {

  @Override
  protected DeviceProvider<?> provider() {
    return new SimulatedFocuserProvider();
  }
}
