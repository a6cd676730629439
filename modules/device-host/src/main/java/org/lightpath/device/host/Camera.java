package org.lightpath.device.host;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.Frame;
import org.lightpath.device.spi.Roi;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * A camera. Calls wait for their turn, at most the device's {@code call-timeout}, then CONFLICT;
 * what a driver throws arrives as the table of {@link DeviceFaults} says.
 */
public final class Camera extends DrivenDevice {

  private final Device<CameraDriver, CameraDescription, OptionalDouble> device;

  Camera(Device<CameraDriver, CameraDescription, OptionalDouble> device) {
    this.device = device;
  }

  @Override
  Device<CameraDriver, CameraDescription, OptionalDouble> device() {
    return device;
  }

  /** What the camera is; empty until it has been connected once. */
  public Optional<CameraDescription> description() {
    return device.facts();
  }

  /**
   * Refuses a request that the camera could not carry out, without asking it. A camera that was
   * never connected has no known limits: then only what no camera can do is refused.
   *
   * @throws LightpathException INVALID_ARGUMENT, naming the value, the limit and the unit
   */
  public void checkRequest(ExposureRequest request) {
    Duration exposure = request.exposure();
    if (exposure.isNegative()) {
      throw refused("exposure %s s is below 0 s", seconds(exposure));
    }
    if (request.binning() < 1) {
      throw refused("binning %d is below 1", request.binning());
    }
    Roi roi = request.roi();
    if (roi.width() < request.binning() || roi.height() < request.binning()) {
      throw refused(
          "roi of %d x %d pixels is smaller than one pixel of binning %d",
          roi.width(), roi.height(), request.binning());
    }
    description().ifPresent(camera -> checkAgainst(camera, request));
  }

  /**
   * Takes one exposure; blocks until it is read out. Its deadline is the exposure time plus the
   * device's {@code readout-timeout}.
   *
   * @throws LightpathException INVALID_ARGUMENT outside the camera's limits; CONFLICT if aborted;
   *     UNAVAILABLE if the camera is away or fails; TIMED_OUT at the deadline
   */
  public Frame expose(ExposureRequest request) {
    checkRequest(request);
    Duration limit = request.exposure().plus(device.timeouts().readout());
    return device.call("expose", limit, driver -> driver.expose(request));
  }

  /** Sensor temperature now, degrees Celsius, also beside an exposure; empty without a sensor. */
  public OptionalDouble sensorTemperatureCelsius() {
    return device.beside("read sensor temperature", CameraDriver::sensorTemperatureCelsius);
  }

  /**
   * Switches the cooler on and sets its target, also beside an exposure.
   *
   * @throws LightpathException INVALID_ARGUMENT outside −100 to 50 °C, the camera's own limits, or
   *     if it has no cooler
   */
  public void setCoolerTargetCelsius(double targetCelsius) {
    requireCooler();
    if (!(targetCelsius >= -100 && targetCelsius <= 50)) {
      throw refused("cooler target %s °C is outside -100 to 50 °C", targetCelsius);
    }
    device.beside(
        "set cooler", DriverCall.of(driver -> driver.setCoolerTargetCelsius(targetCelsius)));
  }

  /** Switches the cooler off; INVALID_ARGUMENT if there is none. */
  public void coolerOff() {
    requireCooler();
    device.command("switch cooler off", device.timeouts().call(), CameraDriver::coolerOff);
  }

  private void requireCooler() {
    if (description().map(camera -> !camera.cooler()).orElse(false)) {
      throw refused("it has no cooler");
    }
  }

  private void checkAgainst(CameraDescription camera, ExposureRequest request) {
    Duration exposure = request.exposure();
    boolean tooShort = !exposure.isZero() && exposure.compareTo(camera.minExposure()) < 0;
    if (tooShort || exposure.compareTo(camera.maxExposure()) > 0) {
      throw refused(
          "exposure %s s is neither 0 s (bias) nor %s s to %s s",
          seconds(exposure), seconds(camera.minExposure()), seconds(camera.maxExposure()));
    }
    if (request.binning() > camera.maxBinning()) {
      throw refused("binning %d is outside 1 to %d", request.binning(), camera.maxBinning());
    }
    Roi roi = request.roi();
    if (!roi.isWithin(camera)) {
      throw refused(
          "roi x=%d y=%d width=%d height=%d does not lie on the sensor of %d x %d pixels",
          roi.x(), roi.y(), roi.width(), roi.height(), camera.widthPixels(), camera.heightPixels());
    }
  }

  private LightpathException refused(String message, Object... parts) {
    return new LightpathException(
        ErrorCode.INVALID_ARGUMENT,
        device.configuration().name() + ": " + message.formatted(parts));
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds())
        .add(BigDecimal.valueOf(duration.getNano(), 9))
        .stripTrailingZeros()
        .toPlainString();
  }
}
