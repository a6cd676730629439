package org.lightpath.plugin.simulator;

import java.math.BigDecimal;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.Setting;

/**
 * A setting that is a number within limits.
 *
 * @param setting its name, default and meaning
 * @param minimum smallest value, inclusive
 * @param maximum largest value, inclusive
 * @param unit unit of all three, for messages
 */
record NumberSetting(Setting setting, double minimum, double maximum, String unit) {

  /** A setting whose meaning ends with its unit and range. */
  static NumberSetting of(
      String name, String defaultValue, double minimum, double maximum, String unit, String what) {
    String meaning = "%s; %s, %s to %s".formatted(what, unit, plain(minimum), plain(maximum));
    return new NumberSetting(Setting.optional(name, defaultValue, meaning), minimum, maximum, unit);
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString().replace('-', '−');
  }

  /**
   * The configured value, or the default.
   *
   * @throws IllegalArgumentException if it is no number or outside the limits
   */
  double read(DeviceContext context) {
    String text = text(context);
    try {
      double value = Double.parseDouble(text);
      if (value >= minimum && value <= maximum) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw refusal(context, text, "is no number", e);
    }
    throw refusal(context, text, "is out of range", new IllegalArgumentException(text));
  }

  /**
   * The configured value, or the default, as a whole number.
   *
   * @throws IllegalArgumentException if it is no whole number or outside the limits
   */
  int readWhole(DeviceContext context) {
    double value = read(context);
    if (value != Math.rint(value)) {
      String text = text(context);
      throw refusal(context, text, "is no whole number", new IllegalArgumentException(text));
    }
    return (int) value;
  }

  private String text(DeviceContext context) {
    return context.settings().getOrDefault(setting.name(), setting.defaultValue()).strip();
  }

  private IllegalArgumentException refusal(
      DeviceContext context, String text, String reason, Exception cause) {
    return new IllegalArgumentException(
        "setting '%s' of device %s: '%s' %s, it must be %s to %s %s"
            .formatted(
                setting.name(),
                context.deviceName(),
                text,
                reason,
                plain(minimum),
                plain(maximum),
                unit),
        cause);
  }
}
