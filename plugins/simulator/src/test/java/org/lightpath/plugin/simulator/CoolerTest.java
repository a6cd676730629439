package org.lightpath.plugin.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CoolerTest {

  private static final Instant START = TwinSite.NIGHT;
  private final Cooler cooler = new Cooler(20, -10, START, 40);

  @Test
  void oneTimeConstantLeavesOneEthOfTheWay() {
    assertThat(cooler.celsius(START)).isEqualTo(20);
    assertThat(cooler.celsius(START.plusSeconds(40))).isCloseTo(-10 + 30 / Math.E, within(1e-9));
    assertThat(cooler.celsius(START.plusSeconds(4000))).isCloseTo(-10, within(1e-9));
  }

  @Test
  void newTargetSetsOutFromWhereItIs() {
    Instant later = START.plusSeconds(40);
    Cooler warming = cooler.towards(15, later);
    assertThat(warming.celsius(later)).isEqualTo(cooler.celsius(later));
    assertThat(warming.celsius(later.plusSeconds(4000))).isCloseTo(15, within(1e-9));
  }

  @Test
  void clockThatGoesBackDoesNotHeat() {
    assertThat(cooler.celsius(START.minusSeconds(3600))).isEqualTo(20);
  }
}
