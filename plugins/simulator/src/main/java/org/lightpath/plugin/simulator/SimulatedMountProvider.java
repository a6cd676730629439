package org.lightpath.plugin.simulator;

import java.util.List;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.MountDriver;
import org.lightpath.device.spi.MountProvider;
import org.lightpath.device.spi.Setting;

/** The simulated mount, {@code driver=sim}. */
public final class SimulatedMountProvider implements MountProvider {

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
    return MountSettings.listed();
  }

  @Override
  public MountDriver create(DeviceContext context) {
    return new SimulatedMount(context, MountSettings.read(context));
  }
}
