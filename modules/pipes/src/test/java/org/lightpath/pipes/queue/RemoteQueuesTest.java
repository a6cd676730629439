package org.lightpath.pipes.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.pipes.PipeItem;
import org.lightpath.pipes.QueueName;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/** The queues against a real broker in another process, which freezes and dies. */
final class RemoteQueuesTest {

  private static final QueueName SAF = new QueueName("saf");

  /** Five seconds, and something for a busy test machine. */
  private static final Duration DEADLINE = Duration.ofSeconds(6);

  @TempDir Path directory;
  private RemoteArtemis artemis;
  private Hub hub;

  @BeforeEach
  void start() throws Exception {
    artemis = RemoteArtemis.in(directory);
    artemis.start();
    hub = new Hub(BrokerLink.remote(artemis.url(), "", ""), Clock.systemUTC());
  }

  @AfterEach
  void stop() throws Exception {
    hub.close();
    artemis.stop();
  }

  @Test
  void aDeadBrokerIsUnavailableWithinTheDeadlineAndItsItemsAreThereAfterItsReturn()
      throws Exception {
    hub.queues().create(SAF);
    PipeItem first = hub.queues().enqueue(SAF, number(1), "a");
    artemis.kill();
    everyCallEndsUnavailable();
    assertThat(hub.probe().trouble()).isPresent();
    artemis.start();

    PipeItem second = untilItHeals(() -> hub.queues().enqueue(SAF, number(2), "a"));
    List<PipeItem> items = hub.queues().peek(SAF, 10);
    assertThat(items).startsWith(first).endsWith(second);
    assertThat(items).extracting(PipeItem::id).isSorted().doesNotHaveDuplicates();
    assertThat(hub.queues().dequeue(SAF)).isEqualTo(first);
    TimeUnit.MILLISECONDS.sleep(1_100);
    assertThat(hub.probe().trouble()).isEmpty();
  }

  @Test
  void aFrozenBrokerIsUnavailableWithinTheDeadlineAndHealsWhenItWakes() throws Exception {
    hub.queues().create(SAF);
    PipeItem first = hub.queues().enqueue(SAF, number(1), "a");
    artemis.freeze();
    everyCallEndsUnavailable();
    artemis.thaw();

    assertThat(untilItHeals(() -> hub.queues().peek(SAF, 10))).startsWith(first);
    assertThat(untilItHeals(() -> hub.queues().dequeue(SAF))).isEqualTo(first);
  }

  @Test
  void anItemWhoseTakerGotNoAnswerIsAtTheHeadAgain() throws Exception {
    hub.queues().create(SAF);
    List<PipeItem> sent = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sent.add(hub.queues().enqueue(SAF, number(i), "a"));
    }
    assertThat(hub.queues().dequeue(SAF)).isEqualTo(sent.get(0));
    artemis.freeze();
    assertThatThrownBy(() -> hub.queues().dequeue(SAF)).isInstanceOf(LightpathException.class);
    artemis.thaw();

    List<PipeItem> taken = new ArrayList<>();
    for (int i = 1; i < 5; i++) {
      taken.add(untilItHeals(() -> hub.queues().dequeue(SAF)));
    }
    assertThat(taken).isEqualTo(sent.subList(1, 5));
    assertThatThrownBy(() -> hub.queues().dequeue(SAF)).hasMessage("Queue is empty: saf");
  }

  @Test
  void withADyingAndFreezingBrokerNothingIsLostOrGivenTwice() throws Exception {
    hub.queues().create(SAF);
    Set<String> answered = ConcurrentHashMap.newKeySet();
    Set<String> taken = ConcurrentHashMap.newKeySet();
    Set<String> twice = ConcurrentHashMap.newKeySet();
    AtomicBoolean running = new AtomicBoolean(true);
    List<CompletableFuture<Void>> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      clients.add(
          repeat(running, () -> answered.add(hub.queues().enqueue(SAF, number(0), "a").id())));
      clients.add(repeat(running, () -> take(taken, twice)));
    }
    untilMoreAreAnswered(answered);
    artemis.kill();
    artemis.start();
    untilMoreAreAnswered(answered);
    artemis.freeze();
    TimeUnit.MILLISECONDS.sleep(4_500);
    artemis.thaw();
    untilMoreAreAnswered(answered);
    running.set(false);
    clients.forEach(CompletableFuture::join);
    untilItHeals(() -> hub.queues().peek(SAF, 1));
    while (hub.queues().counts().get("saf") > 0) {
      take(taken, twice);
    }

    Set<String> lost = new HashSet<>(answered);
    lost.removeAll(taken);
    assertThat(lost).isEmpty();
    assertThat(twice).isEmpty();
  }

  @Test
  void aBrokerThatIsAbsentAtFirstIsFoundWhenItComes() throws Exception {
    artemis.kill();
    try (Hub early = new Hub(BrokerLink.remote(artemis.url(), "", ""), Clock.systemUTC())) {
      unavailable(() -> early.queues().counts());
      artemis.start();
      assertThat(untilItHeals(() -> early.queues().counts())).isEmpty();
    }
  }

  /** Waits for 100 more answers, 30 s at most. */
  private static void untilMoreAreAnswered(Set<String> answered) throws InterruptedException {
    int enough = answered.size() + 100;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (answered.size() < enough) {
      assertThat(System.nanoTime()).as("%d answers", answered.size()).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private void take(Set<String> taken, Set<String> twice) {
    String id = hub.queues().dequeue(SAF).id();
    if (!taken.add(id)) {
      twice.add(id);
    }
  }

  private static CompletableFuture<Void> repeat(AtomicBoolean running, Runnable work) {
    return CompletableFuture.runAsync(
        () -> {
          while (running.get()) {
            try {
              work.run();
            } catch (LightpathException e) {
              assertThat(e.code()).isIn(ErrorCode.UNAVAILABLE, ErrorCode.NOT_FOUND);
              sleepBriefly();
            }
          }
        },
        task -> new Thread(task, "client").start());
  }

  private void everyCallEndsUnavailable() {
    unavailable(() -> hub.queues().enqueue(SAF, number(9), "a"));
    unavailable(() -> hub.queues().peek(SAF, 10));
    unavailable(() -> hub.queues().counts());
    unavailable(() -> hub.queues().create(new QueueName("new")));
    unavailable(() -> hub.service().processFiles("saf", "saf", List.of("a"), "n1"));
  }

  private static void unavailable(Runnable call) {
    long begin = System.nanoTime();
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DEADLINE);
  }

  private interface Attempt<T> {
    T run();
  }

  /** Tries for 15 s: the longest pause between two connection attempts is 2 s. */
  private static <T> T untilItHeals(Attempt<T> attempt) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (true) {
      try {
        return attempt.run();
      } catch (LightpathException e) {
        if (e.code() != ErrorCode.UNAVAILABLE || System.nanoTime() > deadline) {
          throw e;
        }
        sleepBriefly();
      }
    }
  }

  private static void sleepBriefly() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static JsonValue number(int n) {
    JsonObject payload = Json.createObjectBuilder().add("n", n).build();
    return payload;
  }
}
