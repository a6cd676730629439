package org.lightpath.device.spi;

import java.util.OptionalDouble;

/** One camera. */
public interface CameraDriver extends DeviceDriver {

  /** What this camera is; fixed after {@link #connect}. */
  CameraDescription description();

  /**
   * Takes one exposure; blocks until it is read out.
   *
   * @throws DeviceException OUT_OF_RANGE if the request is outside {@link #description()}'s limits;
   *     ABORTED if stopped; AWAY if the connection is lost; FAILED if the readout is incomplete
   *     (there are no partial frames)
   */
  Frame expose(ExposureRequest request) throws DeviceException;

  /** Sensor temperature in degrees Celsius, empty without a sensor. May run beside an exposure. */
  OptionalDouble sensorTemperatureCelsius() throws DeviceException;

  /**
   * Switches the cooler on and sets its target. Returns at once; the sensor follows with its own
   * time constant. Called only if the description says {@code cooler}. May run beside an exposure.
   *
   * @throws DeviceException OUT_OF_RANGE outside −100 to 50 °C or the camera's own limits
   */
  void setCoolerTargetCelsius(double targetCelsius) throws DeviceException;

  /** Switches the cooler off. Called only if the description says {@code cooler}. */
  void coolerOff() throws DeviceException;
}
