package org.lightpath.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProbeTest {

  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private Probe probe(Supplier<Optional<String>> part) {
    return new Probe(part, executor, Duration.ofSeconds(10));
  }

  @Test
  void saysWhatThePartSays() {
    assertThat(probe(Optional::empty).trouble()).isEmpty();
    assertThat(probe(() -> Optional.of("no room")).trouble()).contains("no room");
  }

  @Test
  void takesAFailureForAnAnswer() {
    Probe broken =
        probe(
            () -> {
              throw new IllegalStateException("gone");
            });

    assertThat(broken.trouble()).contains("java.lang.IllegalStateException: gone");
  }

  @Test
  void asksOnceForManyWhoWantToKnow() {
    AtomicInteger asked = new AtomicInteger();
    Probe probe =
        probe(
            () -> {
              asked.incrementAndGet();
              return Optional.empty();
            });

    for (int i = 0; i < 100; i++) {
      probe.trouble();
    }

    assertThat(asked.get()).isLessThan(100);
  }

  @Test
  void leavesAPartThatHangsAndAsksItNoSecondTime() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    Supplier<Optional<String>> hanging =
        () -> {
          asked.incrementAndGet();
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Optional.empty();
        };
    Probe probe = new Probe(hanging, executor, Duration.ofMillis(20));

    assertThat(probe.trouble()).contains("no answer within 20 ms");
    assertThat(probe.trouble()).contains("no answer within 20 ms");
    assertThat(asked).hasValue(1);
  }
}
