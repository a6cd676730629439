package org.lightpath.plugin.simulator.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class NightSkyTest {

  private record Star(double rightAscension, double declination, double magnitude) {}

  private static Set<Star> stars(SkyPosition centre, double radius, double faintest) {
    Set<Star> stars = new HashSet<>();
    NightSky.visit(
        centre,
        radius,
        faintest,
        (ra, dec, magnitude) -> {
          if (new SkyPosition(ra, dec).separationDegrees(centre) <= radius) {
            stars.add(new Star(ra, dec, magnitude));
          }
        });
    return stars;
  }

  @Test
  void samePlaceShowsSameStarsHoweverOnePointsThere() {
    for (double dec : new double[] {-89.9, -40, 0, 36.46, 75, 89.95}) {
      for (double ra : new double[] {0.01, 123, 359.99}) {
        Set<Star> narrow = stars(new SkyPosition(ra, dec), 0.3, 20);
        Set<Star> wide = stars(new SkyPosition(ra + 0.4, Math.max(-90, dec - 0.2)), 1.2, 20);
        assertThat(narrow).as("stars at %s, %s", ra, dec).isNotEmpty();
        assertThat(wide.containsAll(narrow)).as("same stars at %s, %s", ra, dec).isTrue();
      }
    }
  }

  @Test
  void numberOfStarsFarFromTheMilkyWayIsThatOfTheTable() {
    SkyPosition galacticPole = new SkyPosition(192.86, 27.13);
    double area = Math.PI * 3 * 3;
    assertThat(stars(galacticPole, 3, 16).size() / area).isCloseTo(600, within(60.0));
    assertThat(stars(galacticPole, 3, 12).size() / area).isCloseTo(38, within(6.0));
  }

  @Test
  void milkyWayIsCrowded() {
    int plane = stars(new SkyPosition(300, 33), 0.5, 18).size();
    int pole = stars(new SkyPosition(192.86, 27.13), 0.5, 18).size();
    assertThat(plane).isGreaterThan(6 * pole);
  }

  @Test
  void magnitudesOfTheTableComeBack() {
    assertThat(StarField.magnitudeOf(600)).isCloseTo(16, within(1e-9));
    assertThat(StarField.magnitudeOf(3200)).isCloseTo(20, within(1e-9));
    assertThat(StarField.magnitudeOf(0.01)).isEqualTo(5);
  }

  @Test
  void vegaIsInItsPlace() {
    assertThat(stars(new SkyPosition(279.235, 38.784), 0.01, 1))
        .anySatisfy(star -> assertThat(star.magnitude()).isCloseTo(0.03, within(0.01)));
  }

  @Test
  void clusterShinesWithItsIntegratedMagnitude() {
    for (StarCluster cluster : StarCluster.ALL) {
      double[] light = {0};
      cluster.visit(cluster.centre(), 1, 30, (ra, dec, m) -> light[0] += Math.pow(10, -0.4 * m));
      assertThat(-2.5 * Math.log10(light[0]))
          .as(cluster.name())
          .isCloseTo(cluster.magnitude(), within(0.35));
    }
  }

  @Test
  void halfOfTheClusterLiesWithinItsHalfLightRadius() {
    StarCluster m13 =
        StarCluster.ALL.stream().filter(c -> c.name().equals("M13")).findFirst().get();
    AtomicInteger inside = new AtomicInteger();
    m13.visit(
        m13.centre(),
        1,
        30,
        (ra, dec, m) -> {
          if (new SkyPosition(ra, dec).separationDegrees(m13.centre()) <= 1.69 / 60) {
            inside.incrementAndGet();
          }
        });
    assertThat(inside.get() / (double) m13.starCount()).isCloseTo(0.5, within(0.03));
  }

  @Test
  void namesAndPlacesOfTheCatalogueAreUnique() {
    assertThat(BrightStars.ALL).extracting(BrightStars.Star::name).doesNotHaveDuplicates();
    assertThat(BrightStars.ALL)
        .extracting(BrightStars.Star::rightAscensionDegrees)
        .isSorted()
        .doesNotHaveDuplicates();
  }
}
