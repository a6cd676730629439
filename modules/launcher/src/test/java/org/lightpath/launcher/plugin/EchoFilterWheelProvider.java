package org.lightpath.launcher.plugin;

import java.util.List;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.FilterWheelDriver;
import org.lightpath.device.spi.FilterWheelProvider;
import org.lightpath.device.spi.Setting;

/** A provider that can be found and asked, but never made to drive anything. */
public final class EchoFilterWheelProvider implements FilterWheelProvider {

  @Override
  public String id() {
    return "test-echo";
  }

  @Override
  public int spiVersion() {
    return 1;
  }

  @Override
  public List<Setting> settings() {
    return List.of(Setting.optional("names", "lum", "names of the filters"));
  }

  @Override
  public FilterWheelDriver create(DeviceContext context) {
    throw new IllegalArgumentException("only for looking at");
  }
}
