package org.lightpath.device.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lightpath.device.host.HostBench.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.platform.DeviceChanged;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

final class DeviceLaneTest {

  @TempDir private Path scratch;
  private HostBench bench;
  private final CountDownLatch testEnds = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newCachedThreadPool();

  @BeforeEach
  void startHost() {
    bench = new HostBench(scratch).ready();
  }

  @AfterEach
  void stopHost() {
    testEnds.countDown();
    callers.shutdownNow();
    bench.close();
  }

  @Test
  void carriesOutACallWithThePluginsClassLoader() {
    bench.focuser().moveTo(250);

    assertThat(bench.focuser().positionSteps()).isEqualTo(250);
    assertThat(bench.hardware.loaderSeen).isSameAs(FakeFocuser.class.getClassLoader());
  }

  @Test
  void announcesEachChangeInOrder() {
    bench.focuser().moveTo(250);

    assertThat(bench.changes)
        .extracting(DeviceChanged::state)
        .containsExactly("READY", "BUSY", "READY");
    assertThat(bench.changes.get(0))
        .isEqualTo(new DeviceChanged(FixedSites.SAF, "focuser1", "focuser", "READY", ""));
  }

  @Test
  void failsAHungCallWithinDeadlineAndGraceAndGoesOnWithAFreshDriver() {
    bench.hardware.atMove = () -> FakeFocuser.Hardware.hang(testEnds);
    long begin = System.nanoTime();

    LightpathException fault = fault(() -> bench.focuser().moveTo(1));

    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(fault.code()).isEqualTo(ErrorCode.TIMED_OUT);
    assertThat(fault).hasMessageContaining("0.4 s").hasMessageContaining("0.15 s");
    assertThat(took)
        .isBetween(
            HostBench.MOVE_LIMIT,
            HostBench.MOVE_LIMIT.plus(HostBench.GRACE).plus(Duration.ofMillis(500)));
    bench.hardware.atMove = () -> {};
    bench.focuser().moveTo(2);
    assertThat(bench.focuser().positionSteps()).isEqualTo(2);
    assertThat(bench.hardware.made).hasValue(2);
    eventually(() -> bench.hardware.closes.get() == 1);
    assertThat(bench.changes)
        .filteredOn(change -> change.state().equals("AWAY"))
        .singleElement()
        .extracting(DeviceChanged::reason)
        .asString()
        .contains("move did not return");
  }

  @Test
  void keepsTheDriverOfACallThatGivesUpWhenInterrupted() {
    bench.hardware.atMove =
        () -> {
          LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
          throw new DeviceException(DeviceException.Code.ABORTED, "interrupted");
        };

    LightpathException fault = fault(() -> bench.focuser().moveTo(1));

    assertThat(fault.code()).isEqualTo(ErrorCode.TIMED_OUT);
    assertThat(bench.state()).isEqualTo(DeviceState.READY);
    assertThat(bench.hardware.made).hasValue(1);
  }

  @Test
  void turnsAnErrorOfThePluginIntoAFailureAndLivesOn() {
    List<Error> errors = List.of(new StackOverflowError(), new NoClassDefFoundError("x/Y"));
    for (Error error : errors) {
      bench.hardware.atMove =
          () -> {
            throw error;
          };
      LightpathException fault = fault(() -> bench.focuser().moveTo(1));
      assertThat(fault.code()).isEqualTo(ErrorCode.UNAVAILABLE);
      assertThat(fault).hasMessageContaining(error.getClass().getSimpleName()).hasCause(error);
    }
    bench.hardware.atMove = () -> {};
    bench.focuser().moveTo(7);
    assertThat(bench.host.outOfMemory()).isEmpty();
  }

  @Test
  void remembersThatAPluginUsedUpTheMemory() {
    bench.hardware.atMove =
        () -> {
          throw new OutOfMemoryError("made by a test");
        };

    assertThat(fault(() -> bench.focuser().moveTo(1)).code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(bench.host.outOfMemory()).contains("device saf/focuser1 move");
  }

  @Test
  void mapsWhatTheDriverSays() {
    assertThat(codeOf(DeviceException.Code.OUT_OF_RANGE)).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(codeOf(DeviceException.Code.BUSY)).isEqualTo(ErrorCode.CONFLICT);
    assertThat(codeOf(DeviceException.Code.ABORTED)).isEqualTo(ErrorCode.CONFLICT);
    assertThat(codeOf(DeviceException.Code.FAILED)).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(bench.state()).isEqualTo(DeviceState.READY);
    assertThat(codeOf(DeviceException.Code.AWAY)).isEqualTo(ErrorCode.UNAVAILABLE);
  }

  @Test
  void losesADeviceThatSaysItIsAwayAndGetsItBack() {
    bench.hardware.atConnect =
        () -> {
          throw FakeFocuser.away("no route to 10.0.0.9");
        };
    bench.hardware.atMove =
        () -> {
          throw FakeFocuser.away("connection reset");
        };
    fault(() -> bench.focuser().moveTo(1));
    eventually(() -> bench.view().reason().equals("no route to 10.0.0.9"));

    LightpathException refused = fault(() -> bench.focuser().moveTo(1));

    assertThat(refused.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(refused).hasMessageContaining("no route to 10.0.0.9");
    assertThat(bench.view().readings()).isEmpty();
    assertThat(bench.view().limits()).containsEntry("maxSteps", 1000);
    bench.hardware.atConnect = () -> {};
    bench.hardware.atMove = () -> {};
    eventually(() -> bench.state() == DeviceState.READY);
    bench.focuser().moveTo(3);
    assertThat(bench.hardware.made).hasValue(1);
  }

  @Test
  void abortsWhileACallRuns() throws Exception {
    bench.hardware.atMove =
        () -> {
          FakeFocuser.Hardware.hang(bench.hardware.aborted);
          throw new DeviceException(DeviceException.Code.ABORTED, "stopped at 12 steps");
        };
    Future<LightpathException> move = callers.submit(() -> fault(() -> bench.focuser().moveTo(1)));
    eventually(() -> bench.state() == DeviceState.BUSY);

    bench.focuser().abort();

    LightpathException fault = move.get();
    assertThat(fault.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(fault.getCause())
        .isInstanceOfSatisfying(
            DeviceException.class,
            cause -> assertThat(cause.code()).isEqualTo(DeviceException.Code.ABORTED));
    assertThat(bench.state()).isEqualTo(DeviceState.READY);
  }

  @Test
  void doesNotWaitForADriverThatHangsInAbort() {
    bench.hardware.atAbort = () -> FakeFocuser.Hardware.hang(testEnds);
    long begin = System.nanoTime();

    LightpathException fault = fault(() -> bench.focuser().abort());

    assertThat(fault.code()).isEqualTo(ErrorCode.TIMED_OUT);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void readsOutBesideACall() {
    bench.hardware.position = 77;
    bench.hardware.atMove = () -> FakeFocuser.Hardware.hang(bench.hardware.aborted);
    callers.execute(() -> bench.focuser().moveTo(1));
    eventually(() -> bench.state() == DeviceState.BUSY);

    assertThat(bench.focuser().positionSteps()).isEqualTo(77);

    bench.focuser().abort();
  }

  @Test
  void givesUpADriverWhoseReadOutHangsWhileItIsIdle() {
    bench.hardware.atRead = () -> FakeFocuser.Hardware.hang(testEnds);
    eventually(() -> bench.hardware.made.get() == 2);
    bench.hardware.atRead = () -> {};

    eventually(() -> bench.view().readings().containsKey("positionSteps"));
    assertThat(bench.changes)
        .anySatisfy(change -> assertThat(change.reason()).contains("read-out did not return"));
  }

  @Test
  void sparesACallFromAReadOutThatWaitsForIt() {
    CountDownLatch moved = new CountDownLatch(1);
    bench.hardware.atRead = () -> FakeFocuser.Hardware.hang(moved);
    bench.hardware.atMove =
        () -> {
          LockSupport.parkNanos(Duration.ofMillis(350).toNanos());
          moved.countDown();
        };

    bench.focuser().moveTo(9);

    eventually(() -> Integer.valueOf(9).equals(bench.view().readings().get("positionSteps")));
    assertThat(bench.hardware.made).hasValue(1);
  }

  @Test
  void neverLetsTwoCallsIntoTheDriver() throws Exception {
    List<Future<?>> moves = new ArrayList<>();
    for (int caller = 0; caller < 12; caller++) {
      moves.add(
          callers.submit(
              () -> {
                for (int move = 0; move < 25; move++) {
                  bench.focuser().moveTo(move);
                }
              }));
    }
    for (Future<?> move : moves) {
      move.get();
    }
    assertThat(bench.hardware.mostInside).hasValue(1);
  }

  @Test
  void refusesTheSeventeenthWaitingCall() throws Exception {
    bench.hardware.atMove = () -> FakeFocuser.Hardware.hang(bench.hardware.aborted);
    List<Future<LightpathException>> moves = new ArrayList<>();
    for (int caller = 0; caller < 18; caller++) {
      moves.add(callers.submit(() -> faultOrNull(() -> bench.focuser().moveTo(1))));
    }
    eventually(() -> moves.stream().filter(Future::isDone).count() == 1);
    bench.focuser().abort();
    List<ErrorCode> codes = new ArrayList<>();
    for (Future<LightpathException> move : moves) {
      LightpathException fault = move.get();
      if (fault != null) {
        codes.add(fault.code());
      }
    }
    assertThat(codes).containsExactly(ErrorCode.TOO_MANY);
  }

  @Test
  void lateCallersHearWhatTheDeviceIsBusyWith() {
    bench.close();
    bench =
        new HostBench(scratch)
            .start(
                Map.of(
                    "lightpath.site.saf.device.focuser1.call-timeout", "PT0.1S",
                    "lightpath.site.saf.device.focuser1.move-timeout", "PT5S"));
    bench.hardware.atMove = () -> FakeFocuser.Hardware.hang(bench.hardware.aborted);
    callers.execute(() -> bench.focuser().moveTo(1));
    eventually(() -> bench.state() == DeviceState.BUSY);

    LightpathException fault = fault(() -> bench.focuser().moveTo(2));

    assertThat(fault.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(fault).hasMessageContaining("busy with move");
    bench.focuser().abort();
  }

  private ErrorCode codeOf(DeviceException.Code code) {
    bench.hardware.atMove =
        () -> {
          throw new DeviceException(code, "as the test wants");
        };
    return fault(() -> bench.focuser().moveTo(1)).code();
  }

  private static LightpathException fault(ThrowableAssert.ThrowingCallable call) {
    LightpathException fault = catchThrowableOfType(LightpathException.class, call);
    assertThat(fault).as("the call fails").isNotNull();
    return fault;
  }

  private static LightpathException faultOrNull(ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(LightpathException.class, call);
  }
}
