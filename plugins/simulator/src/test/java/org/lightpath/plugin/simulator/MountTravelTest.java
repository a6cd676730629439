package org.lightpath.plugin.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.FocuserDriver;
import org.lightpath.device.spi.MountDriver;
import org.lightpath.device.spi.MountStatus;

final class MountTravelTest {

  @Test
  void slewTakesItsTime() throws DeviceException {
    try (MountDriver mount =
        TwinSite.atNight().mount("time-scale", "10", "slew-degrees-per-second", "10")) {
      mount.connect();
      mount.slewTo(250, 40);
      long start = System.nanoTime();
      mount.slewTo(250, 60);
      double seconds = (System.nanoTime() - start) * 1e-9;
      assertThat(seconds).as("20 deg at 10 deg/s, ten times faster").isBetween(0.19, 0.6);
    }
  }

  @Test
  void focuserTakesItsTime() throws DeviceException {
    try (FocuserDriver focuser =
        TwinSite.atNight().focuser("time-scale", "10", "steps-per-second", "1000")) {
      focuser.connect();
      long start = System.nanoTime();
      focuser.moveTo(27_000);
      double seconds = (System.nanoTime() - start) * 1e-9;
      assertThat(seconds).as("2000 steps at 1000/s, ten times faster").isBetween(0.19, 0.6);
    }
  }

  @Test
  void placeBelowTheLimitIsRefusedWithItsAltitude() throws DeviceException {
    try (MountDriver mount = TwinSite.atNight().mount("min-altitude-degrees", "30")) {
      mount.connect();
      assertThatThrownBy(() -> mount.slewTo(250, -40))
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("altitude")
          .hasMessageContaining("30.0 deg");
    }
  }

  @Test
  void mountThatMayLookThroughTheGroundDoesSo() throws DeviceException {
    try (MountDriver mount = TwinSite.atNight().mount("min-altitude-degrees", "-90")) {
      mount.connect();
      mount.slewTo(70.42, -36.46);
      assertThat(mount.status().altitudeDegrees()).isNegative();
    }
  }

  @Test
  void parkedMountKeepsItsDirectionWhileTheSkyPasses() throws DeviceException {
    MountStatus now = parkedAt(TwinSite.atNight());
    Clock later = Clock.fixed(TwinSite.NIGHT.plusSeconds(3600), ZoneOffset.UTC);
    MountStatus anHourLater = parkedAt(TwinSite.with(later));
    assertThat(now.altitudeDegrees()).isCloseTo(60, within(1e-6));
    assertThat(anHourLater.altitudeDegrees()).isCloseTo(60, within(1e-6));
    double turned = anHourLater.rightAscensionDegrees() - now.rightAscensionDegrees();
    assertThat(Math.floorMod(Math.round(turned * 10), 3600L) / 10.0)
        .as("degrees of sky in an hour of mean time")
        .isCloseTo(15.04, within(0.1));
  }

  private static MountStatus parkedAt(TwinSite site) throws DeviceException {
    try (MountDriver mount = site.mount()) {
      mount.connect();
      assertThat(mount.status().parked()).isTrue();
      return mount.status();
    }
  }
}
