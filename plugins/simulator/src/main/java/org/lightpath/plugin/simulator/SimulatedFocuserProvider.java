package org.lightpath.plugin.simulator;

import java.util.List;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.FocuserDriver;
import org.lightpath.device.spi.FocuserProvider;
import org.lightpath.device.spi.Setting;

/** The simulated focuser, {@code driver=sim}. */
public final class SimulatedFocuserProvider implements FocuserProvider {

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
    return FocuserSettings.listed();
  }

  @Override
  public FocuserDriver create(DeviceContext context) {
    return new SimulatedFocuser(context, FocuserSettings.read(context));
  }
}
