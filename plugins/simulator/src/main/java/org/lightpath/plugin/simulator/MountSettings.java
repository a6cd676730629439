package org.lightpath.plugin.simulator;

import java.util.List;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.Setting;
import org.lightpath.plugin.simulator.sky.HorizontalPosition;

/**
 * What a simulated mount is like.
 *
 * @param slewDegreesPerSecond speed
 * @param minAltitudeDegrees lowest altitude that it slews to
 * @param park where it stands when parked
 */
record MountSettings(
    double slewDegreesPerSecond, double minAltitudeDegrees, HorizontalPosition park) {

  private static final NumberSetting SLEW_DEGREES_PER_SECOND =
      NumberSetting.of("slew-degrees-per-second", "6", 0.01, 360, "deg/s", "Speed of a slew");
  private static final NumberSetting MIN_ALTITUDE_DEGREES =
      NumberSetting.of(
          "min-altitude-degrees",
          "10",
          -90,
          85,
          "deg",
          "Lowest altitude that it slews to; −90 for a twin that may look through the ground");
  private static final NumberSetting PARK_ALTITUDE_DEGREES =
      NumberSetting.of("park-altitude-degrees", "60", -90, 90, "deg", "Altitude when parked");
  private static final NumberSetting PARK_AZIMUTH_DEGREES =
      NumberSetting.of(
          "park-azimuth-degrees",
          "0",
          0,
          360,
          "deg from north through east",
          "Azimuth when parked");

  /** All that a mount reads. */
  static List<Setting> listed() {
    List<Setting> own =
        List.of(
            SLEW_DEGREES_PER_SECOND.setting(),
            MIN_ALTITUDE_DEGREES.setting(),
            PARK_ALTITUDE_DEGREES.setting(),
            PARK_AZIMUTH_DEGREES.setting());
    return LinkSettings.listed(own, Fault.OF_MOVERS);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one has a value that cannot be used
   */
  static MountSettings read(DeviceContext context) {
    return new MountSettings(
        SLEW_DEGREES_PER_SECOND.read(context),
        MIN_ALTITUDE_DEGREES.read(context),
        new HorizontalPosition(
            PARK_ALTITUDE_DEGREES.read(context), PARK_AZIMUTH_DEGREES.read(context)));
  }
}
