package org.lightpath.plugin.simulator;

import java.util.SplittableRandom;
import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.device.spi.Roi;
import org.lightpath.plugin.simulator.sensor.PointSpread;
import org.lightpath.plugin.simulator.sensor.Scene;
import org.lightpath.plugin.simulator.sensor.Sensor;
import org.lightpath.plugin.simulator.sensor.StarImages;
import org.lightpath.plugin.simulator.sky.NightSky;
import org.lightpath.plugin.simulator.sky.TangentPlane;

/** Works out what falls on the sensor of one camera. Immutable. */
final class SceneComposer {

  /** Dark current doubles every so many degrees Celsius. */
  private static final double DARK_DOUBLING_CELSIUS = 6;

  /** Seeing of a frame differs from the usual one by a factor of 1 plus up to this either way. */
  private static final double SEEING_SPREAD = 0.08;

  /** What is fainter than this part of the background's noise is not drawn. */
  private static final double NEGLIGIBLE = 0.05;

  private final CameraSettings settings;

  SceneComposer(CameraSettings settings) {
    this.settings = settings;
  }

  /**
   * What one exposure collects.
   *
   * @param request kind and region
   * @param sensorCelsius sensor temperature
   * @param view what the telescope shows it
   * @param seed of what the air does to this frame
   */
  Scene compose(ExposureRequest request, double sensorCelsius, TwinSky.View view, long seed) {
    double seconds = request.exposure().toNanos() * 1e-9;
    FrameKind kind = request.exposure().isZero() ? FrameKind.BIAS : request.kind();
    double dark = darkElectronsPerSecond(sensorCelsius) * seconds;
    double cornerLoss = settings.optics().cornerLoss();
    return switch (kind) {
      case BIAS, DARK -> new Scene(StarImages.none(), 0, dark, 0);
      case FLAT -> {
        double light = settings.optics().flatElectronsPerSecond() * view.throughput() * seconds;
        yield new Scene(StarImages.none(), light, dark, cornerLoss);
      }
      case LIGHT -> {
        double zeroPoint = electronsOfMagnitude(0, view.throughput() * seconds);
        double scale = settings.description().plateScaleArcsecPerPixel();
        double sky = electronsOfMagnitude(settings.optics().skyMagnitude(), 1);
        double skyPerPixel = sky * scale * scale * view.throughput() * seconds;
        StarImages stars = stars(view, request.roi(), zeroPoint, skyPerPixel + dark, seed);
        yield new Scene(stars, skyPerPixel, dark, cornerLoss);
      }
    };
  }

  /** Dark current per unbinned pixel at a sensor temperature, e-/s. */
  double darkElectronsPerSecond(double sensorCelsius) {
    return settings.darkElectronsPerSecond() * Math.pow(2, sensorCelsius / DARK_DOUBLING_CELSIUS);
  }

  private double electronsOfMagnitude(double magnitude, double seconds) {
    return Math.pow(10, 0.4 * (settings.optics().zeroPointMagnitude() - magnitude)) * seconds;
  }

  private StarImages stars(
      TwinSky.View view, Roi roi, double zeroPointElectrons, double background, long seed) {
    CameraDescription camera = settings.description();
    double fwhmArcsec = Math.hypot(seeingArcsec(seed), view.defocusArcsec());
    PointSpread spread = PointSpread.ofFwhm(fwhmArcsec / camera.plateScaleArcsecPerPixel());
    double noise = Math.hypot(Math.sqrt(background), settings.sensor().readNoiseElectrons());
    StarImages stars = new StarImages(spread, NEGLIGIBLE * Math.max(1, noise), roi);
    if (zeroPointElectrons <= 0) {
      return stars;
    }
    double faintest = 2.5 * Math.log10(zeroPointElectrons / stars.faintestElectrons());
    TangentPlane plane =
        new TangentPlane(
            view.pointing(),
            camera.plateScaleArcsecPerPixel(),
            camera.positionAngleDegrees(),
            camera.mirrored());
    Sensor sensor = settings.sensor();
    double centreX = (sensor.widthPixels() - 1) / 2.0;
    double centreY = (sensor.heightPixels() - 1) / 2.0;
    double[] offset = new double[2];
    NightSky.visit(
        view.pointing(),
        radiusDegrees(sensor, camera.plateScaleArcsecPerPixel()),
        faintest,
        (rightAscension, declination, magnitude) -> {
          if (plane.project(rightAscension, declination, offset)) {
            double electrons = zeroPointElectrons * Math.pow(10, -0.4 * magnitude);
            stars.add(centreX + offset[0], centreY + offset[1], electrons);
          }
        });
    return stars;
  }

  /** From the middle of the sensor to its corners and a little beyond, for the wings of stars. */
  private static double radiusDegrees(Sensor sensor, double scale) {
    double pixels = Math.hypot(sensor.widthPixels(), sensor.heightPixels()) / 2 * 1.1;
    return Math.min(45, pixels * scale / 3600);
  }

  private double seeingArcsec(long seed) {
    double change = SEEING_SPREAD * (2 * new SplittableRandom(seed).nextDouble() - 1);
    return settings.optics().seeingArcsec() * (1 + change);
  }
}
