package org.lightpath.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.Trace;

final class WorkTest {

  @AfterEach
  void end() {
    Work.end();
  }

  @Test
  void isTheThreadsUntilItEnds() {
    Trace trace = Trace.fresh();
    Work.of(trace, () -> "ada", () -> "saf").begin();

    assertThat(Work.presentTrace()).isEqualTo(trace);

    Work.end();
    assertThat(Work.present()).isEmpty();
    assertThat(Work.presentTrace().id()).isNotEqualTo(trace.id());
  }

  @Test
  void givesTheThreadBackToWhatWasBeforeEvenAfterAFailure() {
    Work request = Work.of(Trace.fresh(), () -> "ada", () -> "");
    Work job = Work.of(Trace.fresh(), () -> "bob", () -> "saf");
    request.begin();

    try {
      job.run(
          () -> {
            assertThat(Work.present()).containsSame(job);
            throw new IllegalStateException("the job fails");
          });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("the job fails");
    }

    assertThat(Work.present()).containsSame(request);
  }

  @Test
  void learnsItsSiteLater() {
    Work request = Work.of(Trace.fresh(), () -> "ada", () -> "");

    request.at(() -> "saf");

    assertThat(request.site()).isEqualTo("saf");
    assertThat(request.user()).isEqualTo("ada");
  }
}
