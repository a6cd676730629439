package org.lightpath.plugin.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.Setting;

/**
 * What a simulated filter wheel is like.
 *
 * @param filters by slot
 * @param secondsPerSlot time from one slot to the next
 */
record FilterWheelSettings(List<Filter> filters, double secondsPerSlot) {

  private static final int MOST_FILTERS = 32;
  private static final Pattern FILTER =
      Pattern.compile("([A-Za-z0-9_-]{1,16})(?::(0(?:\\.\\d{1,6})?|1(?:\\.0{1,6})?))?");

  private static final Setting FILTERS =
      Setting.optional(
          "filters",
          "air,lum:0.9,red:0.3,green:0.33,blue:0.27,ha:0.03",
          "Filters by slot, separated by commas: name, and after a colon the part of the light that"
              + " it lets through, 0 to 1 (1 if left out)");
  private static final NumberSetting SECONDS_PER_SLOT =
      NumberSetting.of(
          "seconds-per-slot", "0.8", 0, 3600, "s", "Time that it turns from a slot to the next");

  /**
   * One filter.
   *
   * @param throughput part of the light that it lets through, 0 to 1
   */
  record Filter(String name, double throughput) {}

  /** All that a filter wheel reads. */
  static List<Setting> listed() {
    return LinkSettings.listed(List.of(FILTERS, SECONDS_PER_SLOT.setting()), Fault.OF_MOVERS);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one has a value that cannot be used
   */
  static FilterWheelSettings read(DeviceContext context) {
    String text = context.settings().getOrDefault(FILTERS.name(), FILTERS.defaultValue());
    String[] words = text.split(",", -1);
    if (words.length > MOST_FILTERS) {
      throw refusal(
          context, text, "has %d filters, at most %d".formatted(words.length, MOST_FILTERS));
    }
    List<Filter> filters = new ArrayList<>();
    for (String word : words) {
      Matcher matcher = FILTER.matcher(word.strip());
      if (!matcher.matches()) {
        throw refusal(context, text, "'%s' is not name or name:throughput, 0 to 1".formatted(word));
      }
      String name = matcher.group(1);
      if (filters.stream().anyMatch(filter -> filter.name().equals(name))) {
        throw refusal(context, text, "has filter '%s' twice".formatted(name));
      }
      String throughput = matcher.group(2);
      filters.add(new Filter(name, throughput == null ? 1 : Double.parseDouble(throughput)));
    }
    return new FilterWheelSettings(List.copyOf(filters), SECONDS_PER_SLOT.read(context));
  }

  private static IllegalArgumentException refusal(
      DeviceContext context, String text, String reason) {
    return new IllegalArgumentException(
        "setting 'filters' of device %s: '%s' %s".formatted(context.deviceName(), text, reason));
  }
}
