package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lightpath.test.kit.AtOnce;

/** 60 requests a minute are one a second. */
final class RateLimitsTest {

  private static final long QUOTA = 60;

  private final Hands hands = new Hands();
  private final RateLimits limits = new RateLimits(QUOTA, hands);

  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-02-14T03:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  private void empty(String requester) {
    for (int i = 0; i < QUOTA; i++) {
      assertThat(limits.take(requester).admitted()).isTrue();
    }
  }

  @Test
  void aMinutesRequestsMayComeAtOnceAndNoMore() {
    assertThat(limits.take("ada").remaining()).isEqualTo(QUOTA - 1);
    limits.take("bob");
    empty("eve");
    RateLimits.Verdict verdict = limits.take("eve");
    assertThat(verdict.admitted()).isFalse();
    assertThat(verdict.remaining()).isZero();
    assertThat(verdict.untilNext()).isEqualTo(Duration.ofSeconds(1));
    assertThat(limits.take("ada").admitted()).isTrue();
  }

  @Test
  void theyComeBackEvenly() {
    empty("eve");
    hands.move(Duration.ofMillis(999));
    assertThat(limits.take("eve").admitted()).isFalse();
    hands.move(Duration.ofMillis(1));
    assertThat(limits.take("eve").admitted()).isTrue();
    assertThat(limits.take("eve").admitted()).isFalse();
    hands.move(Duration.ofHours(1));
    assertThat(limits.take("eve").remaining()).isEqualTo(QUOTA - 1);
  }

  @Test
  void aClockThatIsSetBackGivesNothingAndTakesNothing() {
    empty("eve");
    hands.move(Duration.ofHours(-1));
    assertThat(limits.take("eve").admitted()).isFalse();
    hands.move(Duration.ofSeconds(1));
    assertThat(limits.take("eve").admitted()).isTrue();
  }

  @Test
  void theTableIsBounded() {
    empty("eve");
    for (int i = 0; i < RateLimits.MAX_REQUESTERS; i++) {
      limits.take("address:" + i);
    }
    assertThat(limits.take("eve").admitted()).as("forgotten, so full again").isTrue();
    assertThat(limits.take("address:" + (RateLimits.MAX_REQUESTERS - 1)).remaining())
        .isEqualTo(QUOTA - 2);
  }

  @Test
  void manyAtOnceGetNoMoreThanTheQuota() throws Exception {
    AtomicInteger admitted = new AtomicInteger();
    AtOnce.results(
        16,
        i ->
            () -> {
              for (int n = 0; n < 10; n++) {
                admitted.addAndGet(limits.take("eve").admitted() ? 1 : 0);
              }
              return i;
            });
    assertThat(admitted).hasValue((int) QUOTA);
  }

  @Test
  void zeroIsOffAndLessIsAMistake() {
    assertThat(new RateLimits(0, hands).isOn()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RateLimits(-1, hands))
        .withMessageContaining("lightpath.http.requests-per-minute=-1");
  }

  @Test
  void waitsAreRoundedUpToSeconds() {
    assertThat(RateLimitFilter.seconds(Duration.ofMillis(1))).isEqualTo(1);
    assertThat(RateLimitFilter.seconds(Duration.ofMillis(1001))).isEqualTo(2);
    assertThat(RateLimitFilter.seconds(Duration.ZERO)).isZero();
  }
}
