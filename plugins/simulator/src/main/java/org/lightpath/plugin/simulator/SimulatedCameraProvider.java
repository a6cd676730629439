package org.lightpath.plugin.simulator;

import java.util.List;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.device.spi.CameraProvider;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.Setting;

/** The simulated camera, {@code driver=sim}. */
public final class SimulatedCameraProvider implements CameraProvider {

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
    return CameraSettings.listed();
  }

  @Override
  public CameraDriver create(DeviceContext context) {
    return new SimulatedCamera(context, CameraSettings.read(context));
  }
}
