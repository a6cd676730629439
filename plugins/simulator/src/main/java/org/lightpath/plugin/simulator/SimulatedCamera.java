package org.lightpath.plugin.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.Frame;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.plugin.simulator.sensor.FramePainter;
import org.lightpath.plugin.simulator.sensor.Scene;

/**
 * A cooled camera that sees the twin's sky. What the other devices do when the shutter opens counts
 * for the whole exposure: a star does not trail if the mount moves meanwhile.
 */
final class SimulatedCamera implements CameraDriver, LightPart {

  private static final double COLDEST_CELSIUS = -100;
  private static final double WARMEST_CELSIUS = 50;

  private final Clock clock;
  private final SiteAir air;
  private final CameraSettings settings;
  private final SceneComposer composer;
  private final Link link;
  private final SplittableRandom seeds;
  private volatile Cooler cooler;

  SimulatedCamera(DeviceContext context, CameraSettings settings) {
    LinkSettings linkSettings = LinkSettings.read(context, Fault.OF_CAMERAS);
    this.clock = context.clock();
    this.air = SiteAir.of(context.site());
    this.settings = settings;
    this.composer = new SceneComposer(settings);
    this.link = new Link(context, linkSettings, this);
    this.seeds = new SplittableRandom(settings.seed());
    Instant now = clock.instant();
    double start = air.celsius(now);
    this.cooler =
        new Cooler(
            start, start, now, settings.coolerTimeConstantSeconds() / linkSettings.timeScale());
  }

  @Override
  public void connect() throws DeviceException {
    link.connect();
  }

  @Override
  public void abort() {
    link.abort();
  }

  @Override
  public void close() {
    link.close();
  }

  @Override
  public CameraDescription description() {
    return settings.description();
  }

  @Override
  public Frame expose(ExposureRequest request) throws DeviceException {
    checkRange(request);
    try (Link.Call call = link.begin("exposure")) {
      Instant opened = clock.instant();
      TwinSky.View view = call.sky().view(opened);
      long seed = seeds.nextLong() ^ opened.toEpochMilli();
      Duration exposure = request.exposure();
      double celsius = cooler.celsius(opened);
      call.await(call.sinceStart(exposure));
      Scene scene = composer.compose(request, celsius, view, seed);
      FramePainter painter =
          new FramePainter(settings.sensor(), scene, request.roi(), request.binning(), seed);
      short[] pixels = painter.paint(call::check);
      call.await(call.sinceStart(exposure.plus(readout(call))));
      return new Frame(pixels, painter.width(), painter.height(), opened, exposure);
    }
  }

  private Duration readout(Link.Call call) {
    double seconds = call.slowReadout() ? settings.slowReadoutSeconds() : settings.readoutSeconds();
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() * 1e-9;
  }

  private void checkRange(ExposureRequest request) throws DeviceException {
    CameraDescription camera = settings.description();
    Duration exposure = request.exposure();
    boolean tooShort = !exposure.isZero() && exposure.compareTo(camera.minExposure()) < 0;
    if (tooShort || exposure.compareTo(camera.maxExposure()) > 0) {
      throw outOfRange(
          "exposure %s s is neither 0 nor %s to %s s"
              .formatted(
                  seconds(exposure), seconds(camera.minExposure()), seconds(camera.maxExposure())));
    }
    if (request.kind() == FrameKind.BIAS && !exposure.isZero()) {
      throw outOfRange("exposure %s s of a bias frame is not 0 s".formatted(seconds(exposure)));
    }
    int binning = request.binning();
    if (binning < 1 || binning > camera.maxBinning()) {
      throw outOfRange("binning %d is outside 1 to %d".formatted(binning, camera.maxBinning()));
    }
    if (!request.roi().isWithin(camera)
        || request.roi().width() < binning
        || request.roi().height() < binning) {
      throw outOfRange(
          "%s with binning %d is not on the sensor of %d x %d pixels"
              .formatted(request.roi(), binning, camera.widthPixels(), camera.heightPixels()));
    }
  }

  @Override
  public OptionalDouble sensorTemperatureCelsius() throws DeviceException {
    link.sky();
    return OptionalDouble.of(cooler.celsius(clock.instant()));
  }

  @Override
  public void setCoolerTargetCelsius(double targetCelsius) throws DeviceException {
    link.sky();
    double coldest = Math.max(COLDEST_CELSIUS, air.midnightCelsius() - settings.coolestBelowAir());
    if (!(targetCelsius >= coldest && targetCelsius <= WARMEST_CELSIUS)) {
      throw outOfRange(
          "cooler target %s is outside %s to %s degC"
              .formatted(targetCelsius, coldest, WARMEST_CELSIUS));
    }
    setGoal(targetCelsius);
  }

  @Override
  public void coolerOff() throws DeviceException {
    link.sky();
    setGoal(air.celsius(clock.instant()));
  }

  private synchronized void setGoal(double celsius) {
    cooler = cooler.towards(celsius, clock.instant());
  }

  private static DeviceException outOfRange(String message) {
    return new DeviceException(DeviceException.Code.OUT_OF_RANGE, message);
  }
}
