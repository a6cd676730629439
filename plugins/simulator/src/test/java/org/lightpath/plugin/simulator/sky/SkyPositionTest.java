package org.lightpath.plugin.simulator.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SkyPositionTest {

  @Test
  void arcturusToSpicaIsThatOfMeeusExample17a() {
    SkyPosition arcturus = new SkyPosition(213.9154, 19.1825);
    SkyPosition spica = new SkyPosition(201.2983, -11.1614);
    assertThat(arcturus.separationDegrees(spica)).isCloseTo(32.7930, within(1e-4));
  }

  @Test
  void halfwayOnTheEquatorIsTheMiddle() {
    SkyPosition middle = new SkyPosition(350, 0).towards(new SkyPosition(30, 0), 0.5);
    assertThat(middle.rightAscensionDegrees()).isCloseTo(10, within(1e-9));
    assertThat(middle.declinationDegrees()).isCloseTo(0, within(1e-9));
  }

  @Test
  void wayEndsExactlyAtItsTarget() {
    SkyPosition target = new SkyPosition(250.42, 36.46);
    assertThat(new SkyPosition(10, 80).towards(target, 1)).isEqualTo(target);
  }

  @Test
  void rightAscensionIsBroughtIntoItsRange() {
    assertThat(new SkyPosition(-10, 0).rightAscensionDegrees()).isEqualTo(350);
    assertThat(new SkyPosition(360, 0).rightAscensionDegrees()).isEqualTo(0);
    assertThat(new SkyPosition(-1e-15, 0).rightAscensionDegrees()).isLessThan(360);
  }
}
