package org.lightpath.device.host;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.MountDriver;
import org.lightpath.device.spi.MountStatus;

/** Facts: none; read-out: where it points. */
final class MountProfile implements DeviceProfile<MountDriver, MountProfile.NoFacts, MountStatus> {

  /** A mount has no facts. */
  record NoFacts() {}

  @Override
  public Class<MountDriver> driverType() {
    return MountDriver.class;
  }

  @Override
  public NoFacts learn(MountDriver driver) {
    return new NoFacts();
  }

  @Override
  public MountStatus read(MountDriver driver) throws DeviceException {
    return driver.status();
  }

  @Override
  public Map<String, Object> limits(NoFacts facts) {
    return Map.of();
  }

  @Override
  public Map<String, Object> readings(MountStatus status, NoFacts facts) {
    Map<String, Object> readings = new LinkedHashMap<>();
    readings.put("rightAscensionDegrees", status.rightAscensionDegrees());
    readings.put("declinationDegrees", status.declinationDegrees());
    readings.put("altitudeDegrees", status.altitudeDegrees());
    readings.put("azimuthDegrees", status.azimuthDegrees());
    readings.put("tracking", status.tracking());
    readings.put("slewing", status.slewing());
    readings.put("parked", status.parked());
    return readings;
  }
}
