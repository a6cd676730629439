package org.lightpath.plugin.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.device.spi.DeviceProvider;
import org.lightpath.device.spi.Setting;

final class SettingsTest {

  private static final Map<String, DeviceProvider<?>> PROVIDERS =
      Map.of(
          "Camera", new SimulatedCameraProvider(),
          "Focuser", new SimulatedFocuserProvider(),
          "Filter wheel", new SimulatedFilterWheelProvider(),
          "Mount", new SimulatedMountProvider());

  @ParameterizedTest
  @CsvSource({
    "Camera, width-pixels, 0, 16 to 10000 pixel",
    "Camera, width-pixels, 10001, 16 to 10000 pixel",
    "Camera, height-pixels, 100.5, is no whole number",
    "Camera, gain-electrons-per-adu, NaN, 0.01 to 100 e-/ADU",
    "Camera, seeing-arcsec, sharp, 0.1 to 30 arcsec FWHM",
    "Camera, mirrored, yes, neither true nor false",
    "Camera, fault, explode, none of none",
    "Camera, fault-every, 0, 1 to 1000000 calls",
    "Camera, saturation-adu, 65536, 255 to 65535 ADU",
    "Camera, saturation-adu, 300, bias-adu 300.0 must lie below",
    "Focuser, fault, slow-readout, none of none",
    "Focuser, best-focus-steps, 60000, must lie within min-steps 0 and max-steps 50000",
    "Focuser, max-steps, -5, must lie within",
    "Filter wheel, filters, 'air,air', has filter 'air' twice",
    "Filter wheel, filters, 'air,', not name or name:throughput",
    "Filter wheel, filters, lum:1.5, not name or name:throughput",
    "Mount, slew-degrees-per-second, 0, 0.01 to 360 deg/s",
    "Mount, time-scale, -1, 0.01 to 100000 factor"
  })
  void valueThatCannotBeUsedIsRefusedByName(
      String kind, String name, String value, String message) {
    DeviceProvider<?> provider = PROVIDERS.get(kind);
    var context = TwinSite.atNight().context(provider, "device1", name, value);
    assertThatThrownBy(() -> provider.create(context))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("device1")
        .hasMessageContaining(message);
  }

  @Test
  void readmeListsTheSettingsOfEveryKind() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (Map.Entry<String, DeviceProvider<?>> entry : PROVIDERS.entrySet()) {
      List<String> expected = entry.getValue().settings().stream().map(SettingsTest::row).toList();
      assertThat(rowsBelow(readme, "## " + entry.getKey())).isEqualTo(expected);
    }
  }

  private static String row(Setting setting) {
    return "| `%s` | `%s` | %s |"
        .formatted(setting.name(), setting.defaultValue(), setting.meaning());
  }

  private static List<String> rowsBelow(String readme, String heading) {
    return readme
        .lines()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| `"))
        .toList();
  }
}
