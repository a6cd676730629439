package org.lightpath.device.host;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.device.spi.DeviceException;

/** Facts: the description; read-out: the sensor's temperature. */
final class CameraProfile
    implements DeviceProfile<CameraDriver, CameraDescription, OptionalDouble> {

  @Override
  public Class<CameraDriver> driverType() {
    return CameraDriver.class;
  }

  @Override
  public CameraDescription learn(CameraDriver driver) {
    return driver.description();
  }

  @Override
  public OptionalDouble read(CameraDriver driver) throws DeviceException {
    return driver.sensorTemperatureCelsius();
  }

  @Override
  public Map<String, Object> limits(CameraDescription camera) {
    Map<String, Object> limits = new LinkedHashMap<>();
    limits.put("model", camera.model());
    limits.put("widthPixels", camera.widthPixels());
    limits.put("heightPixels", camera.heightPixels());
    limits.put("maxBinning", camera.maxBinning());
    limits.put("pixelSizeMicrometres", camera.pixelSizeMicrometres());
    limits.put("minExposureSeconds", seconds(camera.minExposure()));
    limits.put("maxExposureSeconds", seconds(camera.maxExposure()));
    limits.put("gainElectronsPerAdu", camera.gainElectronsPerAdu());
    limits.put("readNoiseElectrons", camera.readNoiseElectrons());
    limits.put("saturationAdu", camera.saturationAdu());
    limits.put("plateScaleArcsecPerPixel", camera.plateScaleArcsecPerPixel());
    limits.put("cooler", camera.cooler());
    return limits;
  }

  @Override
  public Map<String, Object> readings(OptionalDouble celsius, CameraDescription camera) {
    return celsius.isPresent()
        ? Map.of("sensorTemperatureCelsius", celsius.getAsDouble())
        : Map.of();
  }

  private static double seconds(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds())
        .add(BigDecimal.valueOf(duration.getNano(), 9))
        .doubleValue();
  }
}
