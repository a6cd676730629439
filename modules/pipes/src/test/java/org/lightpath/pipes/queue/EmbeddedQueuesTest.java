package org.lightpath.pipes.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.pipes.PipeItem;
import org.lightpath.pipes.QueueName;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/** The queues against a real broker in this process. */
final class EmbeddedQueuesTest {

  private static final QueueName SAF = new QueueName("saf");

  @TempDir Path directory;
  private EmbeddedArtemis artemis;
  private Hub hub;

  @BeforeEach
  void start() throws Exception {
    start(Clock.systemUTC());
  }

  private void start(Clock clock) throws Exception {
    artemis = EmbeddedArtemis.start(directory, Optional.empty());
    hub = new Hub(BrokerLink.embedded(directory), clock);
  }

  @AfterEach
  void stop() throws Exception {
    hub.close();
    artemis.stop();
  }

  @Test
  void itemsComeOutInTheOrderOfTheirIds() {
    hub.queues().create(SAF);
    List<PipeItem> sent = enqueue(SAF, 0, 50);

    assertThat(sent).extracting(PipeItem::id).isSorted().doesNotHaveDuplicates();
    assertThat(sent).allMatch(item -> item.id().matches("\\d{13}_[0-9a-f]{8}"));
    assertThat(sent.get(0).sender()).isEqualTo("unknown");
    assertThat(hub.queues().peek(SAF, 10)).isEqualTo(sent.subList(0, 10));
    assertThat(hub.queues().counts()).isEqualTo(Map.of("saf", 50L));
    assertThat(IntStream.range(0, 50).mapToObj(i -> hub.queues().dequeue(SAF))).isEqualTo(sent);
    assertThatThrownBy(() -> hub.queues().dequeue(SAF)).hasMessage("Queue is empty: saf");
    assertThat(hub.queues().peek(SAF, 10)).isEmpty();
    assertThat(hub.queues().counts()).isEqualTo(Map.of("saf", 0L));
  }

  @Test
  void anItemSentAfterAnEmptyDequeueIsSeenByPeek() {
    hub.queues().create(SAF);
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> hub.queues().dequeue(SAF)).hasMessage("Queue is empty: saf");
      PipeItem item = enqueue(SAF, i, i + 1).get(0);
      assertThat(hub.queues().peek(SAF, 5)).containsExactly(item);
      assertThat(hub.queues().dequeue(SAF)).isEqualTo(item);
    }
  }

  @Test
  void eachItemGoesToExactlyOneOfSixteenTakersAndInOrder() throws Exception {
    hub.queues().create(SAF);
    inParallel(8, thread -> enqueue(SAF, thread * 250, thread * 250 + 250));
    Map<String, Integer> taken = new ConcurrentHashMap<>();
    List<Boolean> ordered =
        inParallel(
            16,
            thread -> {
              List<String> mine = new ArrayList<>();
              for (int i = 0; i < 125; i++) {
                PipeItem item = hub.queues().dequeue(SAF);
                mine.add(item.id());
                taken.merge(item.id(), 1, Integer::sum);
              }
              return mine.equals(mine.stream().sorted().toList());
            });

    assertThat(taken).hasSize(2_000);
    assertThat(taken.values()).containsOnly(1);
    assertThat(ordered).containsOnly(true);
    assertThat(hub.queues().counts()).isEqualTo(Map.of("saf", 0L));
  }

  @Test
  void takersAndSendersAtOnceLoseNothing() throws Exception {
    hub.queues().create(SAF);
    List<String> taken = Collections.synchronizedList(new ArrayList<>());
    inParallel(
        8,
        thread -> {
          for (int i = 0; i < 200; i++) {
            enqueue(SAF, i, i + 1);
            taken.add(hub.queues().dequeue(SAF).id());
          }
          return true;
        });
    assertThat(taken).hasSize(1_600).doesNotHaveDuplicates();
  }

  @Test
  void itemsSurviveARestartOfBrokerAndHub() throws Exception {
    hub.queues().create(SAF);
    List<PipeItem> sent = enqueue(SAF, 0, 5);
    hub.queues().dequeue(SAF);
    stop();
    start();

    assertThat(hub.queues().peek(SAF, 10)).isEqualTo(sent.subList(1, 5));
    assertThat(hub.queues().counts()).isEqualTo(Map.of("saf", 4L));
  }

  @Test
  void idsAscendAcrossARestartAndAClockThatStepsBack() throws Exception {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    stop();
    start(Clock.fixed(noon, ZoneOffset.UTC));
    hub.queues().create(SAF);
    List<PipeItem> before = enqueue(SAF, 0, 3);
    IntStream.range(0, 3).forEach(i -> hub.queues().dequeue(SAF));
    stop();
    start(Clock.fixed(noon.minusSeconds(3_600), ZoneOffset.UTC));
    PipeItem after = enqueue(SAF, 0, 1).get(0);

    assertThat(before).extracting(PipeItem::id).isSorted().doesNotHaveDuplicates();
    assertThat(after.id()).isGreaterThan(before.get(2).id());
    assertThat(after.createdAtMillis()).isEqualTo(noon.minusSeconds(3_600).toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "*",
        "p.#",
        "a.b",
        "..",
        "::",
        "x::y",
        "é",
        "\uD83D\uDE80",
        "a b",
        "%2E",
        "$sys",
        "'",
        "\"",
        "\n",
        "?",
        "activemq.management",
        "pipe-floors"
      })
  void aNameWithCharactersOfTheBrokersLanguageIsAnOrdinaryQueue(String text) {
    QueueName hostile = new QueueName(text);
    hub.queues().create(SAF);
    PipeItem other = enqueue(SAF, 0, 1).get(0);
    hub.queues().create(hostile);
    PipeItem item = enqueue(hostile, 7, 8).get(0);

    assertThat(hub.queues().counts()).isEqualTo(Map.of("saf", 1L, text, 1L));
    assertThat(hub.queues().peek(hostile, 10)).containsExactly(item);
    assertThat(hub.queues().dequeue(hostile)).isEqualTo(item);
    hub.queues().delete(hostile);
    assertThat(hub.queues().counts()).isEqualTo(Map.of("saf", 1L));
    assertThat(hub.queues().peek(SAF, 10)).containsExactly(other);
  }

  @Test
  void aQueueIsMadeOnceAndGoneOnceDeleted() {
    hub.queues().create(SAF);
    enqueue(SAF, 0, 3);
    refused(() -> hub.queues().create(SAF), ErrorCode.CONFLICT, "Queue already exists: saf");
    hub.queues().delete(SAF);
    refused(() -> hub.queues().delete(SAF), ErrorCode.NOT_FOUND, "Queue does not exist: saf");
    refused(() -> hub.queues().dequeue(SAF), ErrorCode.NOT_FOUND, "Queue does not exist: saf");
    refused(() -> hub.queues().peek(SAF, 1), ErrorCode.NOT_FOUND, "Queue does not exist: saf");
    refused(() -> enqueue(SAF, 0, 1), ErrorCode.NOT_FOUND, "Queue does not exist: saf");
    assertThat(hub.queues().counts()).isEmpty();
    hub.queues().create(SAF);
    assertThat(hub.queues().peek(SAF, 10)).isEmpty();
  }

  @Test
  void aNoticeWithTheSameIdIsDroppedAlsoAfterARestart() throws Exception {
    hub.service().processFiles("saf", "saf", List.of("a.fits.fz"), "notice-1");
    hub.service().processFiles("saf", "saf", List.of("a.fits.fz"), "notice-1");
    stop();
    start();
    hub.service().processFiles("saf", "saf", List.of("a.fits.fz"), "notice-1");
    hub.service().processFiles("saf", "saf", List.of("b.fits.fz", "b.jpg"), "notice-2");

    List<PipeItem> items = hub.queues().peek(SAF, 10);
    assertThat(items)
        .extracting(item -> item.payload().toString())
        .containsExactly(
            "{\"request\":\"EVA_process_files\",\"request_content\":[\"a.fits.fz\"]}",
            "{\"request\":\"EVA_process_files\",\"request_content\":[\"b.fits.fz\",\"b.jpg\"]}");
    assertThat(items).extracting(PipeItem::sender).containsOnly("saf");
    assertThat(items).extracting(PipeItem::id).isSorted();
  }

  @Test
  void anotherJmsProgramCanBrowseAndSend() throws Exception {
    hub.queues().create(SAF);
    PipeItem item = enqueue(SAF, 42, 43).get(0);
    try (var factory = new ActiveMQConnectionFactory("vm://0");
        JMSContext jms = factory.createContext()) {
      try (QueueBrowser browser = jms.createBrowser(jms.createQueue("p.saf"))) {
        var messages = browser.getEnumeration();
        TextMessage message = (TextMessage) messages.nextElement();
        assertThat(message.getText()).isEqualTo("{\"n\":42}");
        assertThat(message.getStringProperty("id")).isEqualTo(item.id());
        assertThat(message.getStringProperty("sender")).isEqualTo("unknown");
        assertThat(message.getLongProperty("created_at")).isEqualTo(item.createdAtMillis());
        assertThat(messages.hasMoreElements()).isFalse();
      }
      jms.createProducer().send(jms.createQueue("p.saf"), "not json");
      jms.createProducer().send(jms.createQueue("p.saf"), new byte[] {1});
    }

    assertThat(hub.queues().dequeue(SAF)).isEqualTo(item);
    PipeItem text = hub.queues().dequeue(SAF);
    assertThat(text.payload()).isEqualTo(Json.createValue("not json"));
    assertThat(PipeItem.isId(text.id())).isTrue();
    assertThat(hub.queues().dequeue(SAF).payload()).isEqualTo(JsonValue.NULL);
  }

  @Test
  void aPayloadOfOneMebibyteIsAnOrdinaryMessage() throws Exception {
    hub.queues().create(SAF);
    JsonValue payload = Json.createValue("x".repeat((1 << 20) - 2));
    PipeItem item = hub.service().enqueue(SAF, payload, "saf");
    stop();
    start();

    assertThat(hub.queues().peek(SAF, 10)).containsExactly(item);
    assertThat(hub.queues().dequeue(SAF)).isEqualTo(item);
    assertThat(directory.resolve("large")).isEmptyDirectory();
    refused(
        () -> hub.service().enqueue(SAF, Json.createValue("x".repeat((1 << 20) - 1)), "saf"),
        ErrorCode.TOO_LARGE,
        "payload has 1048577 bytes, at most 1048576 are allowed");
  }

  @Test
  void theProbeSeesTheBroker() throws Exception {
    assertThat(hub.probe().trouble()).isEmpty();
  }

  private List<PipeItem> enqueue(QueueName queue, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(n -> Json.createObjectBuilder().add("n", n).build())
        .map(payload -> hub.queues().enqueue(queue, payload, "unknown"))
        .toList();
  }

  private static void refused(Runnable call, ErrorCode code, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(LightpathException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage(message);
  }

  private interface Work<T> {
    T run(int thread) throws Exception;
  }

  private static <T> List<T> inParallel(int threads, Work<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<T>> tasks =
          IntStream.range(0, threads).<Callable<T>>mapToObj(i -> () -> work.run(i)).toList();
      List<T> results = new ArrayList<>();
      for (var result : pool.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
