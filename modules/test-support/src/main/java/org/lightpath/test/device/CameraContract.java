package org.lightpath.test.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.Frame;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.device.spi.Roi;

/** What every {@link CameraDriver} has to hold. */
public abstract class CameraContract extends DriverContract<CameraDriver> {

  private static final double ABSOLUTE_ZERO_CELSIUS = -273.15;

  /** For plugins, which extend it. */
  protected CameraContract() {}

  /** The clock that {@link #newDriver()} hands to the driver. Default: the system's. */
  protected Clock clock() {
    return Clock.systemUTC();
  }

  /** Shutter-open time of ordinary frames. Default: 0.1 s, or the camera's shortest if longer. */
  protected Duration shortExposure() {
    Duration shortest = driver().description().minExposure();
    Duration usual = Duration.ofMillis(100);
    return shortest.compareTo(usual) > 0 ? shortest : usual;
  }

  /**
   * Shutter-open time of the exposure that gets stopped; much longer than {@link #promptly()}.
   * Default: the camera's longest.
   */
  protected Duration longExposure() {
    return driver().description().maxExposure();
  }

  @Override
  final void use(CameraDriver subject) throws DeviceException {
    subject.expose(request(shortExposure(), FrameKind.DARK, 1, roi(0, 0, 8, 8)));
  }

  @Override
  final void useForLong(CameraDriver subject) throws DeviceException {
    subject.expose(request(longExposure(), FrameKind.DARK, 1, roi(0, 0, 8, 8)));
  }

  private CameraDescription connected() throws DeviceException {
    driver().connect();
    return driver().description();
  }

  private static ExposureRequest request(Duration exposure, FrameKind kind, int binning, Roi roi) {
    return new ExposureRequest(exposure, kind, binning, roi);
  }

  private static Roi roi(int x, int y, int width, int height) {
    return new Roi(x, y, width, height);
  }

  private static void assertShape(Frame frame, int width, int height) {
    assertThat(frame.widthPixels()).as("columns").isEqualTo(width);
    assertThat(frame.heightPixels()).as("rows").isEqualTo(height);
    assertThat(frame.pixels()).as("pixels").hasSize(width * height);
  }

  @Test
  void descriptionHoldsPossibleValues() throws DeviceException {
    CameraDescription camera = connected();
    assertThat(camera.model()).isNotBlank();
    assertThat(camera.widthPixels()).as("width, pixel").isGreaterThanOrEqualTo(8);
    assertThat(camera.heightPixels()).as("height, pixel").isGreaterThanOrEqualTo(8);
    assertThat(camera.maxBinning()).as("largest binning").isPositive();
    assertThat(camera.pixelSizeMicrometres()).as("pixel size, um").isPositive().isFinite();
    assertThat(camera.minExposure()).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(camera.maxExposure()).isGreaterThan(camera.minExposure());
    assertThat(camera.gainElectronsPerAdu()).as("gain, e-/ADU").isPositive().isFinite();
    assertThat(camera.readNoiseElectrons()).as("read noise, e-").isNotNegative().isFinite();
    assertThat(camera.saturationAdu()).as("saturation, ADU").isBetween(1, 65535);
    assertThat(camera.plateScaleArcsecPerPixel()).isNotNegative().isFinite();
    assertThat(camera.positionAngleDegrees()).as("position angle, deg").isBetween(-360.0, 360.0);
  }

  @Test
  void descriptionStaysTheSame() throws DeviceException {
    CameraDescription before = connected();
    use(driver());
    assertThat(driver().description()).isEqualTo(before);
  }

  @Test
  void fullFrameOfEveryKindHasTheShapeOfTheSensor() throws DeviceException {
    CameraDescription camera = connected();
    for (FrameKind kind : FrameKind.values()) {
      Duration exposure = kind == FrameKind.BIAS ? Duration.ZERO : shortExposure();
      Frame frame = driver().expose(request(exposure, kind, 1, Roi.full(camera)));
      assertShape(frame, camera.widthPixels(), camera.heightPixels());
    }
  }

  @Test
  void binningDividesTheShape() throws DeviceException {
    CameraDescription camera = connected();
    for (int binning = 1; binning <= camera.maxBinning(); binning++) {
      int width = camera.widthPixels() / binning;
      int height = camera.heightPixels() / binning;
      Roi whole = roi(0, 0, width * binning, height * binning);
      assertShape(
          driver().expose(request(shortExposure(), FrameKind.DARK, binning, whole)), width, height);
    }
  }

  @Test
  void roiGivesItsShapeUpToTheLastCorner() throws DeviceException {
    CameraDescription camera = connected();
    int x = camera.widthPixels() - 5;
    int y = camera.heightPixels() - 3;
    assertShape(
        driver().expose(request(shortExposure(), FrameKind.DARK, 1, roi(x, y, 5, 3))), 5, 3);
    assertShape(
        driver().expose(request(shortExposure(), FrameKind.DARK, 1, roi(1, 2, 6, 4))), 6, 4);
  }

  @Test
  void roiOutsideTheSensorIsRefused() throws DeviceException {
    CameraDescription camera = connected();
    int width = camera.widthPixels();
    int height = camera.heightPixels();
    Roi[] outside = {
      roi(-1, 0, 4, 4),
      roi(0, -1, 4, 4),
      roi(0, 0, width + 1, 4),
      roi(0, 0, 4, height + 1),
      roi(width - 3, 0, 4, 4),
      roi(0, height - 3, 4, 4),
      roi(0, 0, 0, 4),
      roi(0, 0, 4, 0),
      roi(1, 1, Integer.MAX_VALUE, Integer.MAX_VALUE)
    };
    for (Roi roi : outside) {
      assertRefused(request(shortExposure(), FrameKind.DARK, 1, roi));
    }
  }

  @Test
  void exposureOutsideTheLimitsIsRefused() throws DeviceException {
    CameraDescription camera = connected();
    assertRefused(request(camera.maxExposure().plusMillis(1), FrameKind.DARK, 1, roi(0, 0, 8, 8)));
    assertRefused(request(Duration.ofSeconds(-1), FrameKind.DARK, 1, roi(0, 0, 8, 8)));
    assertRefused(request(Duration.ofDays(36500), FrameKind.LIGHT, 1, roi(0, 0, 8, 8)));
  }

  @Test
  void binningOutsideTheLimitsIsRefused() throws DeviceException {
    CameraDescription camera = connected();
    for (int binning : new int[] {-1, 0, camera.maxBinning() + 1, Integer.MAX_VALUE}) {
      assertRefused(request(shortExposure(), FrameKind.DARK, binning, roi(0, 0, 8, 8)));
    }
  }

  private void assertRefused(ExposureRequest request) {
    assertFails(DeviceException.Code.OUT_OF_RANGE, () -> driver().expose(request));
  }

  @Test
  void worksAfterRefusal() throws DeviceException {
    connected();
    assertRefused(request(shortExposure(), FrameKind.DARK, 0, roi(0, 0, 8, 8)));
    use(driver());
  }

  @Test
  void shutterOpensDuringTheCall() throws DeviceException {
    connected();
    Instant before = clock().instant();
    Frame frame = driver().expose(request(shortExposure(), FrameKind.DARK, 1, roi(0, 0, 8, 8)));
    assertThat(frame.shutterOpenedAt()).isBetween(before, clock().instant());
  }

  @Test
  void frameTellsHowLongTheShutterWasOpen() throws DeviceException {
    connected();
    Frame frame = driver().expose(request(shortExposure(), FrameKind.DARK, 1, roi(0, 0, 8, 8)));
    assertThat(frame.exposure().toNanos() * 1e-9)
        .as("exposure, s")
        .isCloseTo(shortExposure().toNanos() * 1e-9, within(0.1));
    Frame bias = driver().expose(request(Duration.ZERO, FrameKind.BIAS, 1, roi(0, 0, 8, 8)));
    assertThat(bias.exposure()).as("exposure of a bias").isEqualTo(Duration.ZERO);
  }

  @Test
  void framesDoNotShareTheirPixels() throws DeviceException {
    connected();
    ExposureRequest request = request(shortExposure(), FrameKind.DARK, 1, roi(0, 0, 8, 8));
    assertThat(driver().expose(request).pixels()).isNotSameAs(driver().expose(request).pixels());
  }

  @Test
  void sensorTemperatureIsPossible() throws DeviceException {
    connected();
    driver()
        .sensorTemperatureCelsius()
        .ifPresent(t -> assertThat(t).as("degC").isBetween(ABSOLUTE_ZERO_CELSIUS, 100.0));
  }

  @Test
  void coolerTakesTargetAndRefusesImpossibleOnes() throws DeviceException {
    assumeTrue(connected().cooler(), "the camera has no cooler");
    driver().setCoolerTargetCelsius(0);
    for (double target : new double[] {-101, 51, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertFails(DeviceException.Code.OUT_OF_RANGE, () -> driver().setCoolerTargetCelsius(target));
    }
    driver().coolerOff();
    use(driver());
  }
}
