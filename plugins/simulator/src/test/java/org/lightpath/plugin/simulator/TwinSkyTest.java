package org.lightpath.plugin.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.MountDriver;
import org.lightpath.device.spi.SiteLocation;
import org.lightpath.plugin.simulator.TwinSky.Membership;
import org.lightpath.test.device.DeviceContexts;

final class TwinSkyTest {

  private static final LightPart NOTHING = new LightPart() {};

  @Test
  void skyIsForgottenWhenTheLastDriverCloses() throws DeviceException {
    int before = TwinSky.count();
    TwinSite site = TwinSite.atNight();
    CameraDriver camera = site.camera();
    MountDriver mount = site.mount();
    assertThat(TwinSky.count()).as("before connect").isEqualTo(before);
    camera.connect();
    mount.connect();
    assertThat(TwinSky.count()).isEqualTo(before + 1);
    camera.close();
    assertThat(TwinSky.count()).as("one left").isEqualTo(before + 1);
    mount.close();
    mount.close();
    assertThat(TwinSky.count()).isEqualTo(before);
  }

  @Test
  void leavingOfAnOldDriverDoesNotRemoveItsSuccessor() throws DeviceException {
    SiteLocation site = DeviceContexts.site("successor");
    Membership old =
        TwinSky.join(
            site,
            "camera1",
            new LightPart() {
              @Override
              public double throughput() {
                return 0.25;
              }
            });
    Membership successor =
        TwinSky.join(
            site,
            "camera1",
            new LightPart() {
              @Override
              public double throughput() {
                return 0.5;
              }
            });
    old.leave();
    assertThat(successor.sky().view(TwinSite.NIGHT).throughput()).isEqualTo(0.5);
    successor.leave();
  }

  @Test
  void siteWithoutMountLooksAtTheZenith() throws DeviceException {
    Membership alone = TwinSky.join(DeviceContexts.site("zenith"), "camera1", NOTHING);
    double declination = alone.sky().view(TwinSite.NIGHT).pointing().declinationDegrees();
    alone.leave();
    assertThat(declination).isBetween(35.3, 35.8);
  }

  @Test
  void devicesOfASiteAreLimited() throws DeviceException {
    SiteLocation site = DeviceContexts.site("crowd");
    List<Membership> members = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      members.add(TwinSky.join(site, "device" + i, NOTHING));
    }
    assertThatThrownBy(() -> TwinSky.join(site, "onemore", NOTHING))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("64");
    members.forEach(Membership::leave);
  }
}
