package org.lightpath.launcher.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TargetTest {

  @Test
  void altitudeAgreesWithMeeusExample13b() {
    // Venus over the U.S. Naval Observatory, 1987 April 10 at 19:21:00 UT: +15.1249 degrees.
    Target venus = new Target("Venus", 347.3193375, -6.719892);
    double altitude =
        venus.altitudeDegrees(38.92139, -77.06556, Instant.parse("1987-04-10T19:21:00Z"));
    assertThat(altitude).isCloseTo(15.1249, within(0.01));
  }

  @Test
  void atEveryHourOfTheYearOneTargetStandsHighOverTheTwinSite() {
    Instant begin = Instant.parse("2026-01-01T00:00:00Z");
    for (int hour = 0; hour < 366 * 24; hour++) {
      Instant time = begin.plus(Duration.ofHours(hour));
      double altitude =
          Target.highestOver(35.554298, -105.870197, time)
              .altitudeDegrees(35.554298, -105.870197, time);
      assertThat(altitude).isGreaterThan(40);
    }
  }
}
