package org.lightpath.plugin.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.FocuserDriver;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.device.spi.Roi;

@Timeout(60)
final class FaultsTest {

  private static void assertFails(DeviceException.Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(DeviceException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static void bias(CameraDriver camera) throws DeviceException {
    Frames.take(camera, FrameKind.BIAS, 0, 1, new Roi(0, 0, 8, 8));
  }

  @Test
  void failStrikesInEveryThirdCall() throws DeviceException {
    try (CameraDriver camera = TwinSite.atNight().camera("fault", "fail", "fault-every", "3")) {
      camera.connect();
      for (int round = 0; round < 2; round++) {
        bias(camera);
        bias(camera);
        assertFails(DeviceException.Code.FAILED, () -> bias(camera));
      }
    }
  }

  @Test
  void lostStaysAwayUntilTheNextConnect() throws DeviceException {
    try (FocuserDriver focuser = TwinSite.atNight().focuser("fault", "lost", "fault-every", "2")) {
      focuser.connect();
      focuser.moveTo(25_010);
      assertFails(DeviceException.Code.AWAY, () -> focuser.moveTo(25_000));
      assertFails(DeviceException.Code.AWAY, focuser::positionSteps);
      focuser.connect();
      focuser.moveTo(25_020);
      assertThat(focuser.positionSteps()).isEqualTo(25_020);
    }
  }

  @Test
  void errorIsNoException() throws DeviceException {
    try (CameraDriver camera = TwinSite.atNight().camera("fault", "error")) {
      camera.connect();
      assertThatThrownBy(() -> bias(camera)).isInstanceOf(LinkageError.class);
    }
  }

  @Test
  void hangIgnoresAbortAndInterruptUntilClose() throws Exception {
    CameraDriver camera = TwinSite.atNight().camera("fault", "hang");
    camera.connect();
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread hanging =
        new Thread(
            () -> {
              try {
                bias(camera);
              } catch (DeviceException e) {
                end.set(e);
              }
            });
    hanging.start();
    hanging.join(200);
    camera.abort();
    hanging.interrupt();
    hanging.join(300);
    assertThat(hanging.isAlive()).as("still hangs").isTrue();
    camera.sensorTemperatureCelsius();
    camera.close();
    hanging.join(5000);
    assertThat(hanging.isAlive()).as("still hangs after close").isFalse();
    assertThat(end.get()).hasMessageContaining("camera1");
  }

  @Test
  void slowReadoutTakesItsTimeAndCanBeAborted() throws Exception {
    try (CameraDriver camera =
        TwinSite.atNight()
            .camera("fault", "slow-readout", "slow-readout-seconds", "300", "fault-every", "2")) {
      camera.connect();
      long start = System.nanoTime();
      bias(camera);
      long quick = System.nanoTime() - start;
      bias(camera);
      long slow = System.nanoTime() - start - quick;
      assertThat(slow).isGreaterThan(300_000_000L).isGreaterThan(quick);
    }
  }

  @Test
  void deviceIsAwayAtFirstAndThenThere() throws Exception {
    try (CameraDriver camera = TwinSite.with(Clock.systemUTC()).camera("away-seconds", "0.3")) {
      assertFails(DeviceException.Code.AWAY, camera::connect);
      Thread.sleep(350); // the twin is away for 300 ms of real time
      camera.connect();
      bias(camera);
    }
  }

  @Test
  void closedDeviceCannotBeConnectedAgain() throws DeviceException {
    CameraDriver camera = TwinSite.atNight().camera();
    camera.connect();
    camera.close();
    assertFails(DeviceException.Code.AWAY, camera::connect);
  }
}
