package org.lightpath.plugin.simulator.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StarClusterTest {

  /** The edition of 2010 has centres that were measured anew; M2's lies 34 arcsec from the old. */
  private static final double ARCSEC_BETWEEN_EDITIONS = 40;

  /** Source: CDS VII/202 (Harris, edition of May 1997), columns RA, Dec (J2000) and Vt. */
  @ParameterizedTest
  @CsvSource({
    "47 Tucanae,     00 24 05.2, -72 04 51, 3.95",
    "Omega Centauri, 13 26 45.9, -47 28 37, 3.68",
    "M3,             13 42 11.2, +28 22 32, 6.19",
    "M5,             15 18 33.8, +02 04 58, 5.65",
    "M4,             16 23 35.5, -26 31 31, 5.63",
    "M13,            16 41 41.5, +36 27 37, 5.78",
    "M92,            17 17 07.3, +43 08 11, 6.44",
    "M22,            18 36 24.2, -23 54 12, 5.10",
    "M15,            21 29 58.3, +12 10 01, 6.20",
    "M2,             21 33 29.3, -00 49 23, 6.47",
  })
  void globularClustersStandWhereHarrisHasThemAndAreAsBright(
      String name, String rightAscension, String declination, double magnitude) {
    StarCluster cluster =
        StarCluster.ALL.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    SkyPosition listed =
        new SkyPosition(15 * sexagesimal(rightAscension), sexagesimal(declination));
    assertThat(cluster.centre().separationDegrees(listed) * 3600)
        .isCloseTo(0, within(ARCSEC_BETWEEN_EDITIONS));
    assertThat(cluster.magnitude()).isEqualTo(magnitude);
  }

  private static double sexagesimal(String text) {
    String[] parts = text.split(" ");
    double size =
        Math.abs(Double.parseDouble(parts[0]))
            + Double.parseDouble(parts[1]) / 60
            + Double.parseDouble(parts[2]) / 3600;
    return text.startsWith("-") ? -size : size;
  }
}
