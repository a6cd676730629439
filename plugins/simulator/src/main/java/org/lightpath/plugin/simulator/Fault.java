package org.lightpath.plugin.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.Setting;

/** What goes wrong on purpose, so that the hub can be tried. */
enum Fault {
  /** Nothing. */
  NONE,
  /** The call never ends: it ignores abort and interrupt until the driver is closed. */
  HANG,
  /** The device reports a fault. */
  FAIL,
  /** Reading out takes long. Cameras only. */
  SLOW_READOUT,
  /** The connection breaks; every call fails as AWAY until the next connect. */
  LOST,
  /** The driver itself breaks with a {@link LinkageError}. */
  ERROR;

  /** Faults of a device that does not read out. */
  static final List<Fault> OF_MOVERS = List.of(NONE, HANG, FAIL, LOST, ERROR);

  /** All faults. */
  static final List<Fault> OF_CAMERAS = List.of(values());

  private static final String NAME = "fault";

  /** As it is written in the configuration. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String words(List<Fault> possible) {
    return possible.stream().map(Fault::word).collect(Collectors.joining(", "));
  }

  /** The setting that chooses among {@code possible}. */
  static Setting setting(List<Fault> possible) {
    return Setting.optional(
        NAME, NONE.word(), "What goes wrong on purpose; one of " + words(possible));
  }

  /**
   * The configured fault.
   *
   * @throws IllegalArgumentException if it is none of {@code possible}
   */
  static Fault read(DeviceContext context, List<Fault> possible) {
    String text = context.settings().getOrDefault(NAME, NONE.word()).strip();
    return Arrays.stream(values())
        .filter(fault -> possible.contains(fault) && fault.word().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "setting '%s' of device %s: '%s' is none of %s"
                        .formatted(NAME, context.deviceName(), text, words(possible))));
  }
}
