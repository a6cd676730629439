package org.lightpath.device.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lightpath.device.host.DeviceKind;
import org.lightpath.device.host.DeviceState;
import org.lightpath.device.host.DeviceView;
import org.lightpath.device.host.PluginView;
import org.lightpath.device.spi.Setting;
import org.lightpath.platform.SiteCode;

final class WireShapesTest {

  @Test
  void leavesOutTheReasonOfADeviceThatIsThere() {
    assertThat(DeviceItem.of(wheel(DeviceState.READY, "")))
        .isEqualTo(
            new DeviceItem(
                "filterWheel1",
                "filterWheel",
                "sim",
                "sky",
                "READY",
                null,
                "2026-02-14T03:00:00Z",
                Map.of("filterNames", List.of("B", "V")),
                Map.of("slot", 1, "filter", "V")));
    assertThat(DeviceItem.of(wheel(DeviceState.AWAY, "no route")).reason()).isEqualTo("no route");
  }

  @Test
  void neverShowsTheDefaultOfASecret() {
    Setting secret = new Setting("password", false, "letmein", true, "of the controller");
    Setting open = Setting.optional("seed", "1", "seed of the sky");
    PluginView.Driver driver =
        new PluginView.Driver(DeviceKind.CAMERA, "sim", "sky.jar", List.of(secret, open));

    PluginItem item = PluginItem.of(new PluginView("sky", Optional.of("1.0"), List.of(driver)));

    assertThat(item.version()).isEqualTo("1.0");
    assertThat(item.drivers().get(0).kind()).isEqualTo("camera");
    assertThat(item.drivers().get(0).settings())
        .extracting(PluginItem.SettingItem::defaultValue)
        .containsExactly(null, "1");
  }

  private static DeviceView wheel(DeviceState state, String reason) {
    return new DeviceView(
        new SiteCode("saf"),
        "filterWheel1",
        DeviceKind.FILTER_WHEEL,
        "sim",
        "sky",
        state,
        reason,
        Instant.parse("2026-02-14T03:00:00Z"),
        Map.of("filterNames", List.of("B", "V")),
        Map.of("slot", 1, "filter", "V"));
  }
}
