package org.lightpath.device.host.fits;

import java.util.Locale;

/** Angles as observers write them. */
final class Sexagesimal {

  private Sexagesimal() {}

  /** Right ascension as {@code hh mm ss.ss}; 24 h is written as 0 h. */
  static String hours(double degrees) {
    long hundredths = Math.floorMod(Math.round(degrees / 15 * 3600 * 100), 24L * 3600 * 100);
    return String.format(
        Locale.ROOT,
        "%02d %02d %02d.%02d",
        hundredths / 360_000,
        hundredths / 6000 % 60,
        hundredths / 100 % 60,
        hundredths % 100);
  }

  /** Declination as {@code +dd mm ss.s}. */
  static String degrees(double degrees) {
    long tenths = Math.round(Math.abs(degrees) * 3600 * 10);
    return String.format(
        Locale.ROOT,
        "%s%02d %02d %02d.%d",
        degrees < 0 && tenths > 0 ? "-" : "+",
        tenths / 36_000,
        tenths / 600 % 60,
        tenths / 10 % 60,
        tenths % 10);
  }
}
