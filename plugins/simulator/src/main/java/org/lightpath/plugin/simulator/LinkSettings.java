package org.lightpath.plugin.simulator;

import java.util.List;
import java.util.stream.Stream;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.Setting;

/**
 * The settings that every simulated device has.
 *
 * @param timeScale how many simulated seconds pass in a real one
 * @param fault what goes wrong
 * @param faultEvery n: it goes wrong in every n-th call
 * @param awaySeconds how long after it was made the device cannot be reached, real seconds
 */
record LinkSettings(double timeScale, Fault fault, int faultEvery, double awaySeconds) {

  private static final NumberSetting TIME_SCALE =
      NumberSetting.of(
          "time-scale",
          "1",
          0.01,
          100_000,
          "factor",
          "How much faster than in reality the device moves, exposes and cools");
  private static final NumberSetting FAULT_EVERY =
      NumberSetting.of(
          "fault-every",
          "1",
          1,
          1_000_000,
          "calls",
          "n: the fault occurs in every n-th exposure or move");
  private static final NumberSetting AWAY_SECONDS =
      NumberSetting.of(
          "away-seconds",
          "0",
          0,
          1_000_000_000,
          "s of real time",
          "How long after the hub's start the device cannot be reached");

  /** The settings of a kind: its own ones, then those that every device has. */
  static List<Setting> listed(List<Setting> own, List<Fault> faults) {
    Stream<Setting> common =
        Stream.of(
            TIME_SCALE.setting(),
            Fault.setting(faults),
            FAULT_EVERY.setting(),
            AWAY_SECONDS.setting());
    return Stream.concat(own.stream(), common).toList();
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one has a value that cannot be used
   */
  static LinkSettings read(DeviceContext context, List<Fault> faults) {
    return new LinkSettings(
        TIME_SCALE.read(context),
        Fault.read(context, faults),
        FAULT_EVERY.readWhole(context),
        AWAY_SECONDS.read(context));
  }
}
