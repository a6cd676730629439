package org.lightpath.plugin.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SiteAirTest {

  @Test
  void nightTemperatureHoldsAtLocalMidnight() {
    Instant midnightAtMinus105 = Instant.parse("2026-06-15T07:00:00Z");
    assertThat(new SiteAir(10, -105).celsius(midnightAtMinus105)).isCloseTo(10, within(1e-6));
  }

  @Test
  void afternoonIsWarmerThanTheEndOfTheNight() {
    SiteAir air = new SiteAir(10, 0);
    double afternoon = air.celsius(Instant.parse("2026-06-15T15:00:00Z"));
    double dawn = air.celsius(Instant.parse("2026-06-15T03:00:00Z"));
    assertThat(afternoon - dawn).isCloseTo(8, within(1e-6));
  }
}
