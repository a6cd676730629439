package org.lightpath.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.device.host.DeviceState;
import org.lightpath.device.spi.DeviceException;

/** A job that cannot be done ends with a reason, and the next one runs. */
@Timeout(60)
final class JobFaultsTest {

  @TempDir Path scratch;
  private JobBench bench;

  @BeforeEach
  void open() {
    bench = new JobBench(scratch);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void failsAJobWhoseDeviceRefusesAndGoesOnWithTheNext() {
    bench.hardware.motor =
        steps -> {
          if (steps == 1) {
            throw new DeviceException(DeviceException.Code.FAILED, "the motor is stuck");
          }
        };
    Job bad = bench.request(Requests.moveTo(1));
    Job good = bench.request(Requests.moveTo(2));
    bench.wake("focuser1");

    assertThat(bench.ended(bad).status()).isEqualTo(JobWords.FAILED);
    assertThat(bad.reason()).contains("the motor is stuck");
    assertThat(bench.ended(good).status()).isEqualTo(JobWords.COMPLETE);
  }

  @Test
  void failsAJobWhosePluginThrowsAnErrorAndGoesOnWithTheNext() {
    bench.hardware.shutter =
        exposure -> {
          bench.hardware.shutter = next -> {};
          throw new NoClassDefFoundError("vendor/Library");
        };
    Job bad = bench.request(Requests.bias());
    bench.wake("camera1");

    assertThat(bench.ended(bad).status()).isEqualTo(JobWords.FAILED);
    assertThat(bad.reason()).contains("vendor/Library");
    JobBench.eventually(
        () -> bench.host.find(Requests.SAF, "camera1").orElseThrow().state() == DeviceState.READY);
    Job good = bench.request(Requests.bias());
    bench.wake("camera1");
    assertThat(bench.ended(good).status()).isEqualTo(JobWords.COMPLETE);
  }

  @Test
  void failsAJobAtAFaultOfTheHubItselfAndGoesOnWithTheNext() {
    bench.intake.beforeStoring =
        file -> {
          bench.intake.beforeStoring = next -> {};
          throw new StackOverflowError("as if");
        };
    Job bad = bench.request(Requests.bias());
    Job good = bench.request(Requests.bias());
    bench.wake("camera1");

    assertThat(bench.ended(bad).status()).isEqualTo(JobWords.FAILED);
    assertThat(bad.reason()).isEqualTo("a fault of the hub; its log tells more");
    assertThat(bench.ended(good).status()).isEqualTo(JobWords.COMPLETE);
  }

  @Test
  void keepsTheImagesThatWereArchivedBeforeTheFailure() {
    bench.intake.beforeStoring =
        file -> {
          if (file.contains("00000003")) {
            throw new IllegalStateException("the third one");
          }
        };
    Job job = bench.request(Requests.expose("time", "0", "image_type", "bias", "count", "5"));
    bench.wake("camera1");

    assertThat(bench.ended(job).images())
        .containsExactly("saf-camera1-20260213-00000001", "saf-camera1-20260213-00000002");
  }

  @Test
  void looksAgainAtTheNextWakeAfterALookThatFailed() {
    Job job = bench.request(Requests.moveTo(7));
    for (Throwable fault :
        List.of(new IllegalStateException("database away"), new AssertionError("as if"))) {
      bench.jobs.fault = Optional.of(fault);
      bench.wake("focuser1");
      JobBench.eventually(() -> bench.jobs.fault.isEmpty());
    }
    JobBench.eventually(
        () -> {
          bench.wake("focuser1");
          return bench.storyOf(job).contains(JobWords.COMPLETE);
        });
  }
}
