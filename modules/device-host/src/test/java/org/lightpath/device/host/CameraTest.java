package org.lightpath.device.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lightpath.device.host.HostBench.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.Frame;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.device.spi.Roi;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.test.device.FakeCameraProvider;

final class CameraTest {

  private static final Roi FULL = new Roi(0, 0, 40, 30);

  @TempDir private Path scratch;
  private HostBench bench;
  private Camera camera;

  @BeforeEach
  void connectCamera() {
    bench =
        new HostBench(scratch)
            .start(
                Map.of("lightpath.site.saf.device.camera1.driver", "fake"),
                new FakeCameraProvider("fake"));
    camera = bench.host.camera(FixedSites.SAF, "camera1");
    eventually(() -> camera.view().state() == DeviceState.READY);
  }

  @AfterEach
  void stopHost() {
    bench.close();
  }

  @Test
  void givesTheFrameThatTheDriverTook() {
    Frame frame = camera.expose(request(Duration.ofMillis(20), 2, FULL));

    assertThat(frame.widthPixels()).isEqualTo(20);
    assertThat(frame.heightPixels()).isEqualTo(15);
    assertThat(frame.pixels()).containsOnly((short) 7);
    assertThat(frame.shutterOpenedAt()).isEqualTo(HostBench.NOW);
  }

  @Test
  void showsItsLimitsAndItsTemperature() {
    eventually(() -> !camera.view().readings().isEmpty());

    assertThat(camera.view().limits())
        .containsEntry("widthPixels", 40)
        .containsEntry("maxExposureSeconds", 3600.0)
        .containsEntry("minExposureSeconds", 0.01)
        .containsEntry("cooler", false);
    assertThat(camera.view().readings()).isEqualTo(Map.of("sensorTemperatureCelsius", -10.0));
    assertThat(camera.sensorTemperatureCelsius()).hasValue(-10);
  }

  @Test
  void acceptsWhatLiesOnItsLimits() {
    camera.checkRequest(request(Duration.ZERO, 1, FULL));
    camera.checkRequest(request(Duration.ofMillis(10), 4, FULL));
    camera.checkRequest(request(Duration.ofHours(1), 1, new Roi(39, 29, 1, 1)));
  }

  @Test
  void refusesWhatLiesOutsideAndNamesValueLimitAndUnit() {
    refused(request(Duration.ofSeconds(-1), 1, FULL), "exposure -1 s is below 0 s");
    refused(
        request(Duration.ofSeconds(1_000_000_000), 1, FULL),
        "exposure 1000000000 s is neither 0 s (bias) nor 0.01 s to 3600 s");
    refused(request(Duration.ofMillis(9), 1, FULL), "exposure 0.009 s");
    refused(request(Duration.ofSeconds(1), 5, FULL), "binning 5 is outside 1 to 4");
    refused(request(Duration.ofSeconds(1), 0, FULL), "binning 0 is below 1");
    refused(
        request(Duration.ofSeconds(1), 1, new Roi(1, 0, 40, 30)),
        "roi x=1 y=0 width=40 height=30 does not lie on the sensor of 40 x 30 pixels");
    refused(request(Duration.ofSeconds(1), 1, new Roi(Integer.MAX_VALUE, 0, 40, 30)), "roi x=");
    refused(request(Duration.ofSeconds(1), 4, new Roi(0, 0, 3, 30)), "roi of 3 x 30 pixels");
  }

  @Test
  void refusesACoolerThatItHasNot() {
    assertThatThrownBy(() -> camera.setCoolerTargetCelsius(-5))
        .isInstanceOf(LightpathException.class)
        .hasMessage("camera1: it has no cooler");
  }

  private void refused(ExposureRequest request, String part) {
    assertThatThrownBy(() -> camera.expose(request))
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
        .hasMessageContaining(part);
  }

  private static ExposureRequest request(Duration exposure, int binning, Roi roi) {
    return new ExposureRequest(exposure, FrameKind.LIGHT, binning, roi);
  }
}
