package org.lightpath.device.host.fits;

import java.util.OptionalDouble;

/**
 * Relative airmass. Young (1994), "Air mass and refraction", Applied Optics 33, 1108: the form that
 * takes the true altitude, without refraction, as mounts give it; error at most 0.004 down to the
 * horizon.
 */
final class Airmass {

  private Airmass() {}

  /** Airmass at an altitude without refraction; four decimals; empty below the horizon. */
  static OptionalDouble at(double altitudeDegrees) {
    if (!(altitudeDegrees >= 0 && altitudeDegrees <= 90)) {
      return OptionalDouble.empty();
    }
    double c = Math.sin(Math.toRadians(altitudeDegrees));
    double airmass =
        ((1.002432 * c + 0.148386) * c + 0.0096467)
            / (((c + 0.149864) * c + 0.0102963) * c + 0.000303978);
    return OptionalDouble.of(Math.round(airmass * 10_000) / 10_000.0);
  }
}
