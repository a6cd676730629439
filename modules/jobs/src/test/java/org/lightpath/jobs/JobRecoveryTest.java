package org.lightpath.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restart makes of a job that was under way when the process died. */
final class JobRecoveryTest {

  @TempDir Path scratch;
  private JobBench bench;
  private JobRecovery recovery;

  @BeforeEach
  void open() {
    bench = new JobBench(scratch);
    recovery = new JobRecovery(bench.service, bench.intake);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void letsAJobWaitAgainWhoseDeviceHadNotBegun() {
    Job job = taken(Requests.bias());

    settleAll();

    assertThat(bench.service.get(job.ulid()).status()).isEqualTo(JobWords.UNREAD);
    bench.wake("camera1");
    assertThat(bench.ended(job).status()).isEqualTo(JobWords.COMPLETE);
  }

  @Test
  void completesAnExposureWhoseImagesAreAllInTheStore() {
    Job job = exposing(Requests.expose("time", "0", "count", "2"), "a", "b");
    bench.intake.accept("a-EX00.fits.fz", out -> {});
    bench.intake.accept("b-EX00.fits.fz", out -> {});

    settleAll();

    assertThat(job.status()).isEqualTo(JobWords.COMPLETE);
    assertThat(job.images()).containsExactly("a", "b");
  }

  @Test
  void failsAnExposureWithAnImageThatNeverCameAndKeepsTheOthers() {
    Job job = exposing(Requests.expose("time", "0", "count", "2"), "a", "b");
    bench.intake.accept("a-EX00.fits.fz", out -> {});

    settleAll();

    assertThat(job.status()).isEqualTo(JobWords.FAILED);
    assertThat(job.reason()).contains("restarted");
    assertThat(job.images()).containsExactly("a");
  }

  @Test
  void failsAnExposureOfSeveralThatDiedBetweenTwo() {
    Job job = exposing(Requests.expose("time", "0", "count", "3"), "a");
    bench.intake.accept("a-EX00.fits.fz", out -> {});

    settleAll();

    assertThat(job.status()).isEqualTo(JobWords.FAILED);
    assertThat(job.images()).containsExactly("a");
  }

  @Test
  void failsAMoveOfWhichNobodyKnowsHowFarItCame() {
    Job job = taken(Requests.moveTo(7));
    bench.service.start(job.ulid());

    settleAll();

    assertThat(job.status()).isEqualTo(JobWords.FAILED);
  }

  @Test
  void leavesNothingToSettleTwice() {
    exposing(Requests.expose("time", "0"), "a");
    settleAll();

    assertThat(bench.jobs.interrupted()).isEmpty();
  }

  private Job exposing(JobRequest request, String... baseNames) {
    Job job = taken(request);
    bench.service.start(job.ulid());
    for (String name : baseNames) {
      job.expose(name, Duration.ZERO);
    }
    return job;
  }

  private Job taken(JobRequest request) {
    Job job = bench.request(request);
    assertThat(bench.service.takeNext(Requests.SAF, request.deviceInstance())).isPresent();
    return job;
  }

  private void settleAll() {
    bench.jobs.interrupted().forEach(recovery::settle);
  }
}
