package org.lightpath.plugin.simulator;

import org.lightpath.device.spi.DeviceProvider;
import org.lightpath.test.device.ProviderContract;

final class SimulatedCameraProviderTest extends ProviderContract {

  @Override
  protected DeviceProvider<?> provider() {
    return new SimulatedCameraProvider();
  }
}
