package org.lightpath.device.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lightpath.device.host.HostBench.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.platform.DeviceChanged;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;

final class DeviceHostTest {

  private static final String FOCUSER = "lightpath.site.saf.device.focuser1.";

  @TempDir private Path scratch;
  private HostBench bench;
  private final CountDownLatch testEnds = new CountDownLatch(1);

  @BeforeEach
  void makeBench() {
    bench = new HostBench(scratch);
  }

  @AfterEach
  void stopHost() {
    testEnds.countDown();
    bench.close();
  }

  @Test
  void showsStateLimitsAndReadingsWithoutAskingTheDevice() {
    bench.hardware.position = 321;
    bench.ready();
    eventually(() -> !bench.view().readings().isEmpty());

    DeviceView view = bench.view();

    assertThat(view.driver()).isEqualTo("fake");
    assertThat(view.plugin()).isEqualTo("bench");
    assertThat(view.since()).isEqualTo(HostBench.NOW);
    assertThat(view.limits()).isEqualTo(Map.of("minSteps", 0, "maxSteps", 1000));
    assertThat(view.readings()).isEqualTo(Map.of("positionSteps", 321, "temperatureCelsius", 8.5));
    assertThat(scratch.resolve("saf/focuser1")).isDirectory();
  }

  @Test
  void startsWithADeviceThatIsAwayAndConnectsItWhenItComes() {
    bench.hardware.atConnect =
        () -> {
          throw FakeFocuser.away("nobody at /dev/ttyUSB0");
        };
    bench.start(Map.of());
    eventually(() -> bench.state() == DeviceState.AWAY);
    assertThat(bench.host.isStarted()).isTrue();
    assertThat(bench.view().reason()).isEqualTo("nobody at /dev/ttyUSB0");
    assertThat(bench.focuser().minSteps()).isEmpty();

    bench.hardware.atConnect = () -> {};

    eventually(() -> bench.state() == DeviceState.READY);
    assertThat(bench.changes).extracting(DeviceChanged::state).containsExactly("AWAY", "READY");
  }

  @Test
  void letsACallWaitForTheFirstConnect() {
    bench.hardware.atConnect = () -> FakeFocuser.Hardware.hang(bench.hardware.aborted);
    bench.start(Map.of());
    new Thread(
            () -> {
              eventually(() -> bench.hardware.connects.get() == 1);
              bench.hardware.aborted.countDown();
            })
        .start();

    bench.focuser().moveTo(5);

    assertThat(bench.focuser().positionSteps()).isEqualTo(5);
  }

  @Test
  void makesNoFreshDriverWhileTooManyThreadsHang() {
    bench.withMaxAbandoned(2).ready();
    bench.hardware.atMove = () -> FakeFocuser.Hardware.hang(testEnds);
    bench.hardware.atClose = () -> FakeFocuser.Hardware.hang(testEnds);
    assertThatThrownBy(() -> bench.focuser().moveTo(1)).isInstanceOf(LightpathException.class);

    eventually(() -> bench.view().reason().contains("restart the hub"));

    assertThat(bench.hardware.made).hasValue(1);
    bench.hardware.atMove = () -> {};
    bench.hardware.atClose = () -> {};
    testEnds.countDown();
    eventually(() -> bench.state() == DeviceState.READY);
    assertThat(bench.hardware.made).hasValue(2);
  }

  @Test
  void pausesLongerAfterEachFailedAttempt() {
    HostPace pace = HostPace.of(Duration.ofSeconds(5), Duration.ofSeconds(2));
    assertThat(pace.backOff(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.backOff(2)).isEqualTo(Duration.ofSeconds(2));
    assertThat(pace.backOff(6)).isEqualTo(Duration.ofSeconds(32));
    assertThat(pace.backOff(7)).isEqualTo(Duration.ofSeconds(60));
    assertThat(pace.backOff(1_000_000)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void doesNotSpinOnADeviceThatConnectsAndIsLostAtOnce() throws InterruptedException {
    bench.hardware.atRead =
        () -> {
          throw FakeFocuser.away("gone again");
        };
    bench.start(Map.of());

    Thread.sleep(400); // nothing to wait for: what counts is how often it tried meanwhile

    // At once, then after 40, 80, 160 and 160 ms.
    assertThat(bench.hardware.connects.get()).isBetween(2, 5);
  }

  @Test
  void namesTheKnownDevicesWhenThereIsNoSuchOne() {
    bench.ready();
    assertThatThrownBy(() -> bench.host.camera(FixedSites.SAF, "camera9"))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
        .hasMessage("site saf has no device 'camera9'; it has: focuser1");
    assertThatThrownBy(() -> bench.host.camera(FixedSites.SAF, "focuser1"))
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
        .hasMessage("focuser1 at saf is a focuser, not a camera");
    assertThat(bench.host.drives(FixedSites.SAF)).isTrue();
    assertThat(bench.host.drives(new SiteCode("mrc"))).isFalse();
    assertThat(bench.host.devices(new SiteCode("mrc"))).isEmpty();
  }

  @Test
  void tellsWhatStandsAroundACameraAsFarAsItAnswers() {
    bench.hardware.position = 444;
    bench.ready();

    Surroundings around = bench.host.surroundings(FixedSites.SAF);

    assertThat(around.focuserSteps()).hasValue(444);
    assertThat(around.focuserTemperatureCelsius()).hasValue(8.5);
    assertThat(around.mount()).isEmpty();
    assertThat(around.filter()).isEmpty();
    assertThat(bench.host.surroundings(new SiteCode("mrc")).focuserSteps()).isEmpty();
  }

  @Test
  void refusesASiteThatTheDirectoryDoesNotKnow() {
    assertThatThrownBy(
            () -> bench.start(Map.of("lightpath.site.mrc.device.focuser1.driver", "fake")))
        .isInstanceOf(LightpathException.class)
        .hasMessageContaining("lightpath.site.mrc.device.focuser1.")
        .hasMessageContaining("no site 'mrc'")
        .hasMessageContaining("[saf]");
  }

  @Test
  void refusesABadValueAndNamesJarAndKeyButNoSecret() {
    assertThatThrownBy(
            () -> bench.start(Map.of(FOCUSER + "speed", "0", FOCUSER + "password", "hunter2")))
        .isInstanceOf(LightpathException.class)
        .hasMessageContaining(FOCUSER)
        .hasMessageContaining("test-classes")
        .hasMessageContaining("speed=0 is below 1 step/s")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
    assertThat(bench.host.isStarted()).isFalse();
  }

  @Test
  void closesDriversInBoundedTimeAndLetsRunningCallsFail() throws InterruptedException {
    bench.ready();
    bench.hardware.atMove = () -> FakeFocuser.Hardware.hang(testEnds);
    Thread[] caller = {
      new Thread(
          () ->
              assertThatThrownBy(() -> bench.focuser().moveTo(1))
                  .hasMessageContaining("the hub is stopping"))
    };
    caller[0].start();
    eventually(() -> bench.state() == DeviceState.BUSY);
    long begin = System.nanoTime();

    bench.close();

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    assertThat(bench.hardware.closes).hasValue(1);
    caller[0].join(200);
    assertThat(caller[0].isAlive()).isFalse();
  }
}
