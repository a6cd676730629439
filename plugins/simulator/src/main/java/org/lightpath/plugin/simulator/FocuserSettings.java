package org.lightpath.plugin.simulator;

import java.util.List;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.Setting;

/**
 * What a simulated focuser is like.
 *
 * @param minSteps lowest position
 * @param maxSteps highest position
 * @param stepsPerSecond speed
 * @param bestFocusSteps sharpest position at the site's usual night temperature
 * @param driftStepsPerCelsius how it moves with the temperature
 * @param blurArcsecPerStep blur per step of distance from it
 */
record FocuserSettings(
    int minSteps,
    int maxSteps,
    double stepsPerSecond,
    int bestFocusSteps,
    double driftStepsPerCelsius,
    double blurArcsecPerStep) {

  private static final NumberSetting MIN_STEPS =
      NumberSetting.of("min-steps", "0", -1_000_000, 1_000_000, "steps", "Lowest position");
  private static final NumberSetting MAX_STEPS =
      NumberSetting.of("max-steps", "50000", -1_000_000, 1_000_000, "steps", "Highest position");
  private static final NumberSetting STEPS_PER_SECOND =
      NumberSetting.of("steps-per-second", "2000", 1, 1_000_000, "steps/s", "Speed");
  private static final NumberSetting BEST_FOCUS_STEPS =
      NumberSetting.of(
          "best-focus-steps",
          "25000",
          -1_000_000,
          1_000_000,
          "steps",
          "Sharpest position at the site's usual night temperature, where it stands at first");
  private static final NumberSetting DRIFT_STEPS_PER_CELSIUS =
      NumberSetting.of(
          "drift-steps-per-celsius",
          "-40",
          -10_000,
          10_000,
          "steps/degC",
          "How the sharpest position moves as the tube gets warmer");
  private static final NumberSetting BLUR_ARCSEC_PER_1000_STEPS =
      NumberSetting.of(
          "blur-arcsec-per-1000-steps",
          "4",
          0,
          10_000,
          "arcsec FWHM",
          "Blur of a star 1000 steps from the sharpest position; at most 40 arcsec in all");

  /** All that a focuser reads. */
  static List<Setting> listed() {
    List<Setting> own =
        List.of(
            MIN_STEPS.setting(),
            MAX_STEPS.setting(),
            STEPS_PER_SECOND.setting(),
            BEST_FOCUS_STEPS.setting(),
            DRIFT_STEPS_PER_CELSIUS.setting(),
            BLUR_ARCSEC_PER_1000_STEPS.setting());
    return LinkSettings.listed(own, Fault.OF_MOVERS);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one has a value that cannot be used
   */
  static FocuserSettings read(DeviceContext context) {
    int min = MIN_STEPS.readWhole(context);
    int max = MAX_STEPS.readWhole(context);
    int best = BEST_FOCUS_STEPS.readWhole(context);
    if (min >= max || best < min || best > max) {
      throw new IllegalArgumentException(
          "device %s: best-focus-steps %d must lie within min-steps %d and max-steps %d, in steps"
              .formatted(context.deviceName(), best, min, max));
    }
    return new FocuserSettings(
        min,
        max,
        STEPS_PER_SECOND.read(context),
        best,
        DRIFT_STEPS_PER_CELSIUS.read(context),
        BLUR_ARCSEC_PER_1000_STEPS.read(context) / 1000);
  }
}
