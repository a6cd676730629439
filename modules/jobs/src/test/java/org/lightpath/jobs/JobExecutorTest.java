package org.lightpath.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.platform.JobChanged;
import org.lightpath.test.kit.AtOnce;

@Timeout(60)
final class JobExecutorTest {

  private static final int ROUNDS = 300;

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
  void takesAnExposureAllTheWayIntoTheArchive() {
    Job job = bench.request(Requests.bias());
    bench.wake("camera1");

    Job ended = bench.ended(job);

    assertThat(bench.storyOf(job))
        .containsExactly("UNREAD", "RECEIVED", "STARTED", "EXPOSING", "SAVING", "COMPLETE");
    // 03:00 UTC on the 14th is 20:00 on the 13th in Denver, the evening of the night of the 13th.
    assertThat(ended.images()).containsExactly("saf-camera1-20260213-00000001");
    assertThat(bench.intake.stored).containsOnlyKeys("saf-camera1-20260213-00000001-EX00.fits.fz");
  }

  @Test
  void takesAsManyExposuresAsTheJobCounts() {
    Job job = bench.request(Requests.expose("time", "0", "image_type", "bias", "count", "3"));
    bench.wake("camera1");

    assertThat(bench.ended(job).status()).isEqualTo(JobWords.COMPLETE);
    assertThat(job.images()).hasSize(3).doesNotHaveDuplicates();
    assertThat(bench.intake.stored).hasSize(3);
  }

  @Test
  void carriesOutOneJobOfADeviceAtATimeOldestFirst() {
    List<Job> asked = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      asked.add(bench.request(Requests.moveTo(i)));
    }
    List<Integer> moves = new ArrayList<>();
    bench.hardware.motor = moves::add;
    for (int i = 0; i < 20; i++) {
      bench.wake("focuser1");
    }
    asked.forEach(bench::ended);

    assertThat(moves).containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    List<String> order =
        bench.changes.heard().stream()
            .filter(c -> c.status().equals("RECEIVED") || JobWords.isTerminal(c.status()))
            .map(JobChanged::ulid)
            .toList();
    List<String> oneAfterTheOther =
        asked.stream().flatMap(job -> List.of(job.ulid(), job.ulid()).stream()).toList();
    assertThat(order).isEqualTo(oneAfterTheOther);
  }

  @Test
  void letsAnotherDeviceWorkMeanwhile() {
    CountDownLatch open = new CountDownLatch(1);
    bench.hardware.shutter = exposure -> awaitLatch(open);
    Job exposure = bench.request(Requests.bias());
    Job move = bench.request(Requests.moveTo(7));
    bench.wake("camera1");
    bench.wake("focuser1");

    assertThat(bench.ended(move).status()).isEqualTo(JobWords.COMPLETE);
    assertThat(bench.storyOf(exposure)).doesNotContain("SAVING", "COMPLETE");
    open.countDown();
    assertThat(bench.ended(exposure).status()).isEqualTo(JobWords.COMPLETE);
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void losesNoWakeThatComesWhileALookEnds() {
    for (int i = 0; i < ROUNDS; i++) {
      Job job = bench.request(Requests.moveTo(i));
      bench.wake("focuser1");
      assertThat(bench.ended(job).status()).isEqualTo(JobWords.COMPLETE);
    }
  }

  @Test
  void losesNoWakeOfManyThreads() throws Exception {
    AtomicInteger target = new AtomicInteger();
    List<List<Job>> asked =
        AtOnce.results(
            8,
            thread ->
                () -> {
                  List<Job> mine = new ArrayList<>();
                  for (int i = 0; i < 25; i++) {
                    mine.add(bench.request(Requests.moveTo(target.getAndIncrement())));
                    bench.wake("focuser1");
                  }
                  return mine;
                });

    asked.stream()
        .flatMap(List::stream)
        .forEach(job -> assertThat(bench.ended(job).reason()).isEmpty());
    assertThat(bench.changes.heard().stream().filter(c -> c.status().equals("RECEIVED")))
        .hasSize(200);
  }

  @Test
  void wakesNobodyForADeviceThatIsNotHere() {
    bench.wake("camera9");

    assertThat(bench.changes.heard()).isEmpty();
  }
}
