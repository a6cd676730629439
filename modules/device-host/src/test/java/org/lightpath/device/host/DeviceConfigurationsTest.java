package org.lightpath.device.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.device.spi.CameraProvider;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.FocuserDriver;
import org.lightpath.device.spi.FocuserProvider;
import org.lightpath.device.spi.Setting;
import org.lightpath.platform.LightpathException;

final class DeviceConfigurationsTest {

  private static final List<Setting> SETTINGS =
      List.of(
          Setting.optional("seed", "1", "seed of the sky"),
          Setting.secret("password", "of the controller"));

  /** Cameras {@code sim} and {@code usb}; makes nothing. */
  private record Cameras(String id) implements CameraProvider {
    @Override
    public int spiVersion() {
      return 1;
    }

    @Override
    public List<Setting> settings() {
      return id.equals("usb") ? SETTINGS : List.of();
    }

    @Override
    public CameraDriver create(DeviceContext context) {
      throw new IllegalStateException("not in this test");
    }
  }

  /** Focuser {@code sim}; makes nothing. */
  private record Focusers(String id) implements FocuserProvider {
    @Override
    public int spiVersion() {
      return 1;
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }

    @Override
    public FocuserDriver create(DeviceContext context) {
      throw new IllegalStateException("not in this test");
    }
  }

  private final DeviceConfigurations configurations =
      new DeviceConfigurations(
          PluginCatalog.of(
              "sky", List.of(new Cameras("sim"), new Focusers("sim"), new Cameras("usb"))));

  @Test
  void readsDeviceSettingsAndDefaults() {
    DeviceConfiguration camera =
        only(
            Map.of(
                "lightpath.site.SAF2.device.camera1.driver", "usb",
                "lightpath.site.SAF2.device.camera1.password", "hunter2",
                "lightpath.site.SAF2.device.camera1.readout-timeout", "PT2M",
                "lightpath.site.SAF2.name", "not about a device"));

    assertThat(camera.site().value()).isEqualTo("SAF2");
    assertThat(camera.name()).isEqualTo("camera1");
    assertThat(camera.driver().kind()).isEqualTo(DeviceKind.CAMERA);
    assertThat(camera.settings()).isEqualTo(Map.of("seed", "1", "password", "hunter2"));
    assertThat(camera.timeouts())
        .isEqualTo(
            new DeviceTimeouts(
                Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(2)));
    assertThat(camera.toString()).doesNotContain("hunter2");
  }

  @Test
  void takesTheKindFromTheNameWhenTheIdLeavesItOpen() {
    assertThat(only(Map.of(key("camera1", "driver"), "sim")).driver().kind())
        .isEqualTo(DeviceKind.CAMERA);
    assertThat(only(Map.of(key("focuser_2", "driver"), "sim")).driver().kind())
        .isEqualTo(DeviceKind.FOCUSER);
    assertThat(
            only(Map.of(key("main", "driver"), "sim", key("main", "kind"), "focuser"))
                .driver()
                .kind())
        .isEqualTo(DeviceKind.FOCUSER);
    assertThat(DeviceKind.ofDeviceName("filterWheel1")).contains(DeviceKind.FILTER_WHEEL);
    assertThat(DeviceKind.ofDeviceName("filter_wheel1")).contains(DeviceKind.FILTER_WHEEL);
    assertThat(DeviceKind.ofDeviceName("mount1")).contains(DeviceKind.MOUNT);
    assertThat(DeviceKind.ofDeviceName("1camera")).isEmpty();
  }

  @Test
  void refusesAnAmbiguousKindAndSaysWhatToWrite() {
    refused(
        Map.of(key("main", "driver"), "sim"),
        "write lightpath.site.saf.device.main.kind= with one of camera, focuser");
    refused(Map.of(key("mount1", "driver"), "sim"), "device.mount1.kind=");
    refused(
        Map.of(key("main", "driver"), "sim", key("main", "kind"), "telescope"),
        "kind=telescope",
        "camera, focuser, filterWheel, mount");
    refused(
        Map.of(key("main", "driver"), "usb", key("main", "kind"), "mount"),
        "no plugin brings a mount driver 'usb'");
  }

  @Test
  void refusesUnknownOrMissingDriversAndNamesTheKnownOnes() {
    refused(
        Map.of(key("camera1", "driver"), "zwo"),
        key("camera1", "driver") + "=zwo",
        "sim (camera), sim (focuser), usb (camera)");
    refused(Map.of(key("camera1", "seed"), "3"), key("camera1", "driver") + " is missing");
    refused(Map.of(key("camera1", "driver"), " "), key("camera1", "driver") + " is missing");
  }

  @Test
  void refusesUnknownAndMissingSettingsAndNamesJarAndKey() {
    refused(
        Map.of(
            key("camera1", "driver"), "usb",
            key("camera1", "password"), "p",
            key("camera1", "seeed"), "3"),
        key("camera1", "seeed"),
        "test-classes",
        "no setting 'seeed'",
        "seed, password");
    refused(
        Map.of(key("camera1", "driver"), "usb"),
        key("camera1", "password") + " is missing",
        "test-classes",
        "of the controller");
  }

  @Test
  void refusesNamesAndTimesThatCannotBe() {
    refused(Map.of(key("camera-1", "driver"), "usb"), "device name 'camera-1'");
    refused(Map.of("lightpath.site.s.device.camera1.driver", "usb"), "site code 's'");
    refused(Map.of("lightpath.site.saf.device.camera1", "usb"), "is no key");
    for (String time : List.of("30", "PT0S", "PT-1S", "30%s")) {
      refused(
          Map.of(key("camera1", "driver"), "sim", key("camera1", "call-timeout"), time),
          key("camera1", "call-timeout") + "=" + time,
          "ISO-8601",
          "PT30S");
    }
  }

  private static String key(String device, String name) {
    return "lightpath.site.saf.device." + device + "." + name;
  }

  private DeviceConfiguration only(Map<String, String> properties) {
    List<DeviceConfiguration> found = configurations.in(properties);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private void refused(Map<String, String> properties, String... parts) {
    assertThatThrownBy(() -> configurations.in(properties))
        .isInstanceOf(LightpathException.class)
        .message()
        .contains(parts);
  }
}
