package org.lightpath.plugin.simulator;

import java.time.Duration;
import java.util.List;
import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.Setting;
import org.lightpath.plugin.simulator.sensor.Sensor;

/**
 * What a simulated camera is like.
 *
 * @param description what the host is told
 * @param sensor sensor and electronics
 * @param optics telescope and air
 * @param darkElectronsPerSecond dark current at 0 degC, per unbinned pixel
 * @param coolerTimeConstantSeconds simulated seconds
 * @param coolestBelowAir how far below the site's night temperature the cooler gets, degC
 * @param readoutSeconds time to read a whole frame
 * @param slowReadoutSeconds time to read a frame when fault is slow-readout
 * @param seed of the noise
 */
record CameraSettings(
    CameraDescription description,
    Sensor sensor,
    Optics optics,
    double darkElectronsPerSecond,
    double coolerTimeConstantSeconds,
    double coolestBelowAir,
    double readoutSeconds,
    double slowReadoutSeconds,
    long seed) {

  /**
   * Telescope and air.
   *
   * @param zeroPointMagnitude magnitude of a star that gives 1 e-/s without a filter
   * @param skyMagnitude brightness of the sky, magnitudes per square arcsec
   * @param seeingArcsec full width at half maximum of a star in focus
   * @param cornerLoss part of the light that is missing in the corners
   * @param flatElectronsPerSecond light of the flat screen, per unbinned pixel, without a filter
   */
  record Optics(
      double zeroPointMagnitude,
      double skyMagnitude,
      double seeingArcsec,
      double cornerLoss,
      double flatElectronsPerSecond) {}

  private static final String MODEL = "Lightpath twin camera";
  private static final Duration MIN_EXPOSURE = Duration.ofMillis(1);

  private static final NumberSetting WIDTH =
      NumberSetting.of("width-pixels", "1024", 16, 10_000, "pixel", "Width of the sensor");
  private static final NumberSetting HEIGHT =
      NumberSetting.of("height-pixels", "1024", 16, 10_000, "pixel", "Height of the sensor");
  private static final NumberSetting PIXEL_SIZE =
      NumberSetting.of("pixel-size-micrometres", "9", 0.5, 100, "um", "Edge of a pixel");
  private static final NumberSetting PLATE_SCALE =
      NumberSetting.of(
          "plate-scale-arcsec-per-pixel", "1.0", 0.05, 10, "arcsec/pixel", "Sky per pixel");
  private static final NumberSetting POSITION_ANGLE =
      NumberSetting.of(
          "position-angle-degrees",
          "0",
          -360,
          360,
          "deg from north through east",
          "Direction of the image's up");
  private static final Setting MIRRORED =
      Setting.optional(
          "mirrored", "false", "Whether east and west are swapped; true or false (east is left)");
  private static final NumberSetting MAX_BINNING =
      NumberSetting.of("max-binning", "4", 1, 16, "pixel", "Largest binning");
  private static final NumberSetting MAX_EXPOSURE =
      NumberSetting.of("max-exposure-seconds", "3600", 1, 86_400, "s", "Longest exposure");
  private static final NumberSetting READOUT =
      NumberSetting.of("readout-seconds", "0.3", 0, 600, "s", "Time to read out a frame");
  private static final NumberSetting SLOW_READOUT =
      NumberSetting.of(
          "slow-readout-seconds",
          "60",
          0,
          86_400,
          "s",
          "Time to read out a frame when fault is slow-readout");
  private static final NumberSetting GAIN =
      NumberSetting.of("gain-electrons-per-adu", "1.2", 0.01, 100, "e-/ADU", "Conversion gain");
  private static final NumberSetting READ_NOISE =
      NumberSetting.of("read-noise-electrons", "7", 0, 1000, "e- rms", "Noise of the readout");
  private static final NumberSetting BIAS =
      NumberSetting.of("bias-adu", "300", 0, 60_000, "ADU", "Level without any light");
  private static final NumberSetting SATURATION =
      NumberSetting.of("saturation-adu", "65535", 255, 65_535, "ADU", "Largest value of a pixel");
  private static final NumberSetting DARK =
      NumberSetting.of(
          "dark-electrons-per-second",
          "0.05",
          0,
          10_000,
          "e-/s per pixel",
          "Dark current at 0 degC; doubles every 6 degC");
  private static final NumberSetting COOLER_TIME_CONSTANT =
      NumberSetting.of(
          "cooler-time-constant-seconds",
          "40",
          0.1,
          86_400,
          "s",
          "Time in which the sensor comes 63 % nearer to its target");
  private static final NumberSetting COOLER_RANGE =
      NumberSetting.of(
          "cooler-range-celsius",
          "45",
          0,
          150,
          "degC",
          "How far below the site's night temperature the cooler's target may lie");
  private static final NumberSetting ZERO_POINT =
      NumberSetting.of(
          "zero-point-magnitude",
          "23.5",
          10,
          30,
          "mag",
          "Magnitude of a star that gives 1 e-/s without a filter: how large the telescope is");
  private static final NumberSetting SKY =
      NumberSetting.of(
          "sky-magnitude-per-square-arcsec",
          "21.3",
          10,
          25,
          "mag/arcsec²",
          "Brightness of the sky; higher is darker");
  private static final NumberSetting SEEING =
      NumberSetting.of("seeing-arcsec", "2.2", 0.1, 30, "arcsec FWHM", "Size of a star in focus");
  private static final NumberSetting VIGNETTING =
      NumberSetting.of(
          "vignetting-percent", "8", 0, 90, "%", "Light that is missing in the corners");
  private static final NumberSetting FLAT =
      NumberSetting.of(
          "flat-electrons-per-second",
          "10000",
          0,
          1_000_000,
          "e-/s per pixel",
          "Light of the flat screen without a filter");
  private static final NumberSetting SEED =
      NumberSetting.of(
          "seed",
          "1",
          0,
          1_000_000_000,
          "whole number",
          "Start of the noise: same seed, clock and calls give the same pixels");

  /** All that a camera reads. */
  static List<Setting> listed() {
    List<Setting> own =
        List.of(
            WIDTH.setting(),
            HEIGHT.setting(),
            PIXEL_SIZE.setting(),
            PLATE_SCALE.setting(),
            POSITION_ANGLE.setting(),
            MIRRORED,
            MAX_BINNING.setting(),
            MAX_EXPOSURE.setting(),
            READOUT.setting(),
            SLOW_READOUT.setting(),
            GAIN.setting(),
            READ_NOISE.setting(),
            BIAS.setting(),
            SATURATION.setting(),
            DARK.setting(),
            COOLER_TIME_CONSTANT.setting(),
            COOLER_RANGE.setting(),
            ZERO_POINT.setting(),
            SKY.setting(),
            SEEING.setting(),
            VIGNETTING.setting(),
            FLAT.setting(),
            SEED.setting());
    return LinkSettings.listed(own, Fault.OF_CAMERAS);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one has a value that cannot be used
   */
  static CameraSettings read(DeviceContext context) {
    Sensor sensor = sensor(context);
    if (sensor.biasAdu() >= sensor.saturationAdu()) {
      throw new IllegalArgumentException(
          "device %s: bias-adu %s must lie below saturation-adu %d, in ADU"
              .formatted(context.deviceName(), sensor.biasAdu(), sensor.saturationAdu()));
    }
    return new CameraSettings(
        description(context, sensor),
        sensor,
        optics(context),
        DARK.read(context),
        COOLER_TIME_CONSTANT.read(context),
        COOLER_RANGE.read(context),
        READOUT.read(context),
        SLOW_READOUT.read(context),
        SEED.readWhole(context));
  }

  private static Sensor sensor(DeviceContext context) {
    return new Sensor(
        WIDTH.readWhole(context),
        HEIGHT.readWhole(context),
        GAIN.read(context),
        READ_NOISE.read(context),
        BIAS.read(context),
        SATURATION.readWhole(context));
  }

  private static Optics optics(DeviceContext context) {
    return new Optics(
        ZERO_POINT.read(context),
        SKY.read(context),
        SEEING.read(context),
        VIGNETTING.read(context) / 100,
        FLAT.read(context));
  }

  private static CameraDescription description(DeviceContext context, Sensor sensor) {
    return new CameraDescription(
        MODEL,
        sensor.widthPixels(),
        sensor.heightPixels(),
        MAX_BINNING.readWhole(context),
        PIXEL_SIZE.read(context),
        MIN_EXPOSURE,
        Duration.ofMillis(Math.round(MAX_EXPOSURE.read(context) * 1000)),
        sensor.gainElectronsPerAdu(),
        sensor.readNoiseElectrons(),
        sensor.saturationAdu(),
        PLATE_SCALE.read(context),
        POSITION_ANGLE.read(context),
        mirrored(context),
        true);
  }

  private static boolean mirrored(DeviceContext context) {
    String text = context.settings().getOrDefault(MIRRORED.name(), MIRRORED.defaultValue()).strip();
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              "setting 'mirrored' of device %s: '%s' is neither true nor false"
                  .formatted(context.deviceName(), text));
    };
  }
}
