package org.lightpath.plugin.simulator;

import java.util.List;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.FilterWheelDriver;
import org.lightpath.device.spi.FilterWheelProvider;
import org.lightpath.device.spi.Setting;

/** The simulated filter wheel, {@code driver=sim}. */
public final class SimulatedFilterWheelProvider implements FilterWheelProvider {

  @Override
  public String id() {
    return "sim";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public List<Setting> settings() {
    return FilterWheelSettings.listed();
  }

  @Override
  public FilterWheelDriver create(DeviceContext context) {
    return new SimulatedFilterWheel(context, FilterWheelSettings.read(context));
  }
}
