package org.lightpath.plugin.simulator.sky;

import java.util.List;

/**
 * The stars that have names: the brightest of both hemispheres and some that observers point at.
 *
 * <p>Source of the values: Hipparcos catalogue (ESA SP-1200, 1997). Positions are rounded to 0.001
 * degrees; those of stars with a large proper motion are brought from J1991.25 to J2000. V
 * magnitudes are rounded to 0.01.
 */
final class BrightStars {

  /** One row. */
  record Star(
      String name, double rightAscensionDegrees, double declinationDegrees, double magnitude) {}

  static final List<Star> ALL =
      List.of(
          new Star("Alpheratz", 2.097, 29.091, 2.07),
          new Star("Caph", 2.295, 59.150, 2.28),
          new Star("Schedar", 10.127, 56.537, 2.24),
          new Star("Diphda", 10.897, -17.987, 2.04),
          new Star("Mirach", 17.433, 35.621, 2.07),
          new Star("Achernar", 24.429, -57.237, 0.45),
          new Star("Almach", 30.975, 42.330, 2.10),
          new Star("Hamal", 31.793, 23.462, 2.01),
          new Star("Polaris", 37.955, 89.264, 1.97),
          new Star("Algol", 47.042, 40.956, 2.09),
          new Star("Mirfak", 51.081, 49.861, 1.79),
          new Star("Alcyone", 56.871, 24.105, 2.85),
          new Star("Aldebaran", 68.980, 16.509, 0.87),
          new Star("Rigel", 78.634, -8.202, 0.18),
          new Star("Capella", 79.172, 45.998, 0.08),
          new Star("Bellatrix", 81.283, 6.350, 1.64),
          new Star("Elnath", 81.573, 28.608, 1.65),
          new Star("Mintaka", 83.002, -0.299, 2.25),
          new Star("Alnilam", 84.053, -1.202, 1.69),
          new Star("Alnitak", 85.190, -1.943, 1.74),
          new Star("Saiph", 86.939, -9.670, 2.07),
          new Star("Betelgeuse", 88.793, 7.407, 0.45),
          new Star("Menkalinan", 89.882, 44.947, 1.90),
          new Star("Mirzam", 95.675, -17.956, 1.98),
          new Star("Canopus", 95.988, -52.696, -0.62),
          new Star("Alhena", 99.428, 16.399, 1.93),
          new Star("Sirius", 101.287, -16.716, -1.44),
          new Star("Adhara", 104.656, -28.972, 1.50),
          new Star("Wezen", 107.098, -26.393, 1.83),
          new Star("Castor", 113.650, 31.888, 1.58),
          new Star("Procyon", 114.825, 5.225, 0.40),
          new Star("Pollux", 116.329, 28.026, 1.16),
          new Star("Avior", 125.628, -59.510, 1.86),
          new Star("Alphard", 141.897, -8.659, 1.99),
          new Star("Regulus", 152.093, 11.967, 1.36),
          new Star("Merak", 165.460, 56.382, 2.34),
          new Star("Dubhe", 165.932, 61.751, 1.81),
          new Star("Denebola", 177.265, 14.572, 2.14),
          new Star("Phecda", 178.458, 53.695, 2.41),
          new Star("Acrux", 186.650, -63.099, 0.77),
          new Star("Gacrux", 187.791, -57.113, 1.59),
          new Star("Mimosa", 191.930, -59.689, 1.25),
          new Star("Alioth", 193.507, 55.960, 1.76),
          new Star("Mizar", 200.981, 54.925, 2.23),
          new Star("Spica", 201.298, -11.161, 0.98),
          new Star("Alkaid", 206.885, 49.313, 1.85),
          new Star("Hadar", 210.956, -60.373, 0.61),
          new Star("Arcturus", 213.915, 19.182, -0.05),
          new Star("Rigil Kentaurus", 219.902, -60.834, -0.01),
          new Star("Kochab", 222.676, 74.155, 2.07),
          new Star("Alphecca", 233.672, 26.715, 2.22),
          new Star("Antares", 247.352, -26.432, 1.06),
          new Star("Atria", 252.166, -69.028, 1.91),
          new Star("Shaula", 263.402, -37.104, 1.62),
          new Star("Rasalhague", 263.734, 12.560, 2.08),
          new Star("Eltanin", 269.152, 51.489, 2.24),
          new Star("Kaus Australis", 276.043, -34.385, 1.79),
          new Star("Vega", 279.235, 38.784, 0.03),
          new Star("Nunki", 283.816, -26.297, 2.05),
          new Star("Albireo", 292.680, 27.960, 3.05),
          new Star("Altair", 297.696, 8.868, 0.76),
          new Star("Sadr", 305.557, 40.257, 2.23),
          new Star("Peacock", 306.412, -56.735, 1.94),
          new Star("Deneb", 310.358, 45.280, 1.25),
          new Star("Enif", 326.046, 9.875, 2.38),
          new Star("Alnair", 332.058, -46.961, 1.73),
          new Star("Fomalhaut", 344.413, -29.622, 1.17),
          new Star("Scheat", 345.944, 28.083, 2.44),
          new Star("Markab", 346.190, 15.205, 2.49));

  private BrightStars() {}

  /** Shows all that are at most {@code radiusDegrees} from {@code centre}. */
  static void visit(SkyPosition centre, double radiusDegrees, StarVisitor visitor) {
    for (Star star : ALL) {
      SkyPosition place = new SkyPosition(star.rightAscensionDegrees(), star.declinationDegrees());
      if (place.separationDegrees(centre) <= radiusDegrees) {
        visitor.star(star.rightAscensionDegrees(), star.declinationDegrees(), star.magnitude());
      }
    }
  }
}
