package org.lightpath.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

final class JobTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");
  private final Job job = Requests.job("01DZVY846T52P6P3JWAJNJMJ1Z", Requests.expose("time", "1"));

  @Test
  void startsUnreadOnBothQueues() {
    assertThat(job.status()).isEqualTo(JobWords.UNREAD);
    assertThat(job.replicaStatus()).isEqualTo(JobWords.UNREAD);
    assertThat(job.secondsUntilComplete()).isEmpty();
    assertThat(job.images()).isEmpty();
    assertThat(job.reason()).isEmpty();
  }

  @Test
  void goesThroughItsLife() {
    job.receive(NOW);
    job.start(NOW.plusMillis(1));
    job.expose("a", Duration.ofMillis(2900));
    assertThat(job.secondsUntilComplete()).contains("2");
    job.save();
    job.expose("b", Duration.ofSeconds(1));
    job.save();
    job.complete(NOW.plusMillis(2));

    assertThat(job.status()).isEqualTo(JobWords.COMPLETE);
    assertThat(job.images()).containsExactly("a", "b");
    assertThat(job.receivedAt()).contains(NOW);
    assertThat(job.startedAt()).contains(NOW.plusMillis(1));
    assertThat(job.endedAt()).contains(NOW.plusMillis(2));
    assertThat(job.secondsUntilComplete()).contains("0");
    assertThat(job.replicaStatus()).as("the other queue has its own word").isEqualTo("UNREAD");
  }

  @Test
  void isTakenOnce() {
    job.receive(NOW);

    assertConflict(() -> job.receive(NOW));
  }

  @Test
  void waitsAgainOnlyIfItHasNotBegun() {
    job.receive(NOW);
    job.putBack();
    assertThat(job.status()).isEqualTo(JobWords.UNREAD);
    assertThat(job.receivedAt()).isEmpty();

    job.receive(NOW);
    job.start(NOW);

    assertConflict(job::putBack);
  }

  @Test
  void endsOnce() {
    job.receive(NOW);
    job.fail("stuck", NOW);

    assertConflict(() -> job.complete(NOW));
    assertConflict(() -> job.fail("again", NOW));
    assertConflict(() -> job.start(NOW));
    assertConflict(() -> job.expose("a", Duration.ZERO));
    assertThat(job.status()).isEqualTo(JobWords.FAILED);
    assertThat(job.reason()).isEqualTo("stuck");
  }

  @Test
  void cutsAReasonThatTheDatabaseCouldNotKeep() {
    job.fail("x".repeat(501), NOW);

    assertThat(job.reason()).hasSize(500);
  }

  @Test
  void keepsOnlyTheImagesThatWereArchived() {
    job.expose("a", Duration.ZERO);
    job.expose("b", Duration.ZERO);

    job.keepImages(List.of("a"));
    assertThat(job.images()).containsExactly("a");

    job.keepImages(List.of());
    assertThat(job.images()).isEmpty();
  }

  @Test
  void givesBackTheRequest() {
    JobRequest request = Requests.expose("time", "1", "note", "“½”");

    assertThat(Requests.job("01DZVY846T52P6P3JWAJNJMJ1Z", request).order().request())
        .isEqualTo(request);
  }

  private static void assertConflict(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
  }
}
