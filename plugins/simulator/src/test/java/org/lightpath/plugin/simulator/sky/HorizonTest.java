package org.lightpath.plugin.simulator.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class HorizonTest {

  private static final Instant MEEUS_12B = Instant.parse("1987-04-10T19:21:00Z");

  /** U.S. Naval Observatory, Meeus, Astronomical Algorithms, example 13.b. */
  private static final Horizon WASHINGTON = new Horizon(38.921389, -77.065556);

  private static final double ARCSEC = 1 / 3600.0;

  @Test
  void siderealTimeIsThatOfMeeusExample12b() {
    assertThat(Horizon.greenwichSiderealDegrees(MEEUS_12B)).isCloseTo(128.7378734, within(1e-6));
  }

  @Test
  void venusStandsWhereMeeusExample13bSaysUpToTheEquationOfTheEquinoxes() {
    SkyPosition venus = new SkyPosition(347.3193375, -6.719892);
    HorizontalPosition seen = WASHINGTON.ofDateToHorizontal(venus, MEEUS_12B);
    assertThat(seen.azimuthDegrees()).isCloseTo(68.0337 + 180, within(10 * ARCSEC));
    assertThat(seen.altitudeDegrees()).isCloseTo(15.1249, within(10 * ARCSEC));
  }

  @Test
  void precessionIsThatOfMeeusExample21b() {
    double centuries = 0.288670500;
    SkyPosition thetaPersei = new SkyPosition(41.054063, 49.227750);
    SkyPosition ofDate = new Precession(centuries).toDate(thetaPersei);
    assertThat(ofDate.rightAscensionDegrees()).isCloseTo(41.547214, within(1e-5));
    assertThat(ofDate.declinationDegrees()).isCloseTo(49.348483, within(1e-5));
  }

  @Test
  void wayToTheHorizonAndBackEndsWhereItBegan() {
    for (double ra = 0; ra < 360; ra += 37) {
      for (double dec = -85; dec <= 85; dec += 17) {
        SkyPosition place = new SkyPosition(ra, dec);
        HorizontalPosition seen = WASHINGTON.toHorizontal(place, MEEUS_12B);
        assertThat(WASHINGTON.toSky(seen, MEEUS_12B).separationDegrees(place))
            .isLessThan(0.01 * ARCSEC);
      }
    }
  }

  @Test
  void polarisStandsAboutAsHighAsTheLatitude() {
    HorizontalPosition seen = WASHINGTON.toHorizontal(new SkyPosition(37.955, 89.264), MEEUS_12B);
    assertThat(seen.altitudeDegrees()).isCloseTo(38.92, within(0.8));
  }
}
