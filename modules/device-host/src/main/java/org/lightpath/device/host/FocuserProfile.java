package org.lightpath.device.host;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.FocuserDriver;

/** Facts: the range; read-out: position and temperature. */
final class FocuserProfile
    implements DeviceProfile<FocuserDriver, FocuserProfile.Range, FocuserProfile.ReadOut> {

  /** Positions that can be reached, in steps, both inclusive. */
  record Range(int minSteps, int maxSteps) {}

  /** Where it is, in steps, and how warm the tube is, in degrees Celsius. */
  record ReadOut(int positionSteps, OptionalDouble temperatureCelsius) {}

  @Override
  public Class<FocuserDriver> driverType() {
    return FocuserDriver.class;
  }

  @Override
  public Range learn(FocuserDriver driver) {
    return new Range(driver.minSteps(), driver.maxSteps());
  }

  @Override
  public ReadOut read(FocuserDriver driver) throws DeviceException {
    return new ReadOut(driver.positionSteps(), driver.temperatureCelsius());
  }

  @Override
  public Map<String, Object> limits(Range range) {
    Map<String, Object> limits = new LinkedHashMap<>();
    limits.put("minSteps", range.minSteps());
    limits.put("maxSteps", range.maxSteps());
    return limits;
  }

  @Override
  public Map<String, Object> readings(ReadOut readOut, Range range) {
    Map<String, Object> readings = new LinkedHashMap<>();
    readings.put("positionSteps", readOut.positionSteps());
    readOut.temperatureCelsius().ifPresent(celsius -> readings.put("temperatureCelsius", celsius));
    return readings;
  }
}
