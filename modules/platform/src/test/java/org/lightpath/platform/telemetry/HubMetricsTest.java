package org.lightpath.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lines are those of the Prometheus text format, version 0.0.4. */
final class HubMetricsTest {

  private static final MetricFamily DEPTH =
      MetricFamily.gauge("lightpath_test_depth", "How deep", "queue");
  private static final MetricFamily SEEN =
      MetricFamily.counter("lightpath_test_seen_total", "How many");

  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private record Part(String part, Consumer<Readings> measuring) implements MetricSource {

    @Override
    public List<MetricFamily> families() {
      return List.of(DEPTH, SEEN);
    }

    @Override
    public void measure(Readings readings) {
      measuring.accept(readings);
    }
  }

  private String textOf(MetricSource... sources) {
    return new HubMetrics(List.of(sources), executor).text();
  }

  @Test
  void showsWhatThePartsMeasure() {
    String text =
        textOf(
            new Part(
                "queues",
                readings -> {
                  readings.set(DEPTH, 3, "saf");
                  readings.set(DEPTH, 0.5, "a\"b\\c\nd");
                  readings.set(SEEN, 7);
                }));

    assertThat(text)
        .contains(
            "# HELP lightpath_test_depth How deep\n# TYPE lightpath_test_depth gauge\n",
            "lightpath_test_depth{queue=\"saf\"} 3.0\n",
            "lightpath_test_depth{queue=\"a\\\"b\\\\c\\nd\"} 0.5\n",
            "# TYPE lightpath_test_seen_total counter\nlightpath_test_seen_total 7.0\n",
            "lightpath_part_up{part=\"queues\"} 1.0\n",
            "\njvm_memory_used_bytes{area=\"heap\"} ");
  }

  @Test
  void leavesOutAPartThatFails() {
    String text =
        textOf(
            new Part(
                "broken",
                readings -> {
                  readings.set(SEEN, 7);
                  throw new IllegalStateException("no database");
                }),
            new Part("whole", readings -> readings.set(DEPTH, 1, "x")));

    assertThat(text)
        .doesNotContain("lightpath_test_seen", "no database")
        .contains(
            "lightpath_part_up{part=\"broken\"} 0.0",
            "lightpath_part_up{part=\"whole\"} 1.0",
            "lightpath_test_depth{queue=\"x\"} 1.0");
  }

  @Test
  void asksAPartThatIsStuckOnceAndTakesItsAnswerWhenItComes() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    MetricSource stuck =
        new Part(
            "stuck",
            readings -> {
              asked.incrementAndGet();
              await(release);
              readings.set(SEEN, 7);
              answered.countDown();
            });
    var collector = new PartsCollector(List.of(stuck), executor, Duration.ofMillis(20));

    assertThat(collector.collect().stream().map(s -> s.getMetadata().getName()))
        .containsExactly("lightpath_part_up");
    collector.collect();
    assertThat(asked).hasValue(1);

    release.countDown();
    assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
    var patient = new PartsCollector(List.of(stuck), executor, Duration.ofSeconds(10));
    assertThat(patient.collect().stream().map(s -> s.getMetadata().getName()))
        .containsExactlyInAnyOrder("lightpath_test_seen", "lightpath_part_up");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void countsRequestsByClassAndDuration() {
    HubMetrics metrics = new HubMetrics(List.of(), executor);
    RouteMeter jobs = metrics.meter("GET", "/jobs/{ulid}");
    metrics.begun();

    jobs.count(200, TimeUnit.MILLISECONDS.toNanos(3));
    jobs.count(204, TimeUnit.MILLISECONDS.toNanos(30));
    jobs.count(404, TimeUnit.MILLISECONDS.toNanos(300));
    metrics.meter("GET", "/jobs/{ulid}").count(503, TimeUnit.SECONDS.toNanos(11));

    assertThat(metrics.text())
        .contains(
            "lightpath_http_requests_total{method=\"GET\",route=\"/jobs/{ulid}\",status=\"2xx\"}"
                + " 2.0",
            "lightpath_http_requests_total{method=\"GET\",route=\"/jobs/{ulid}\",status=\"4xx\"}"
                + " 1.0",
            "lightpath_http_requests_total{method=\"GET\",route=\"/jobs/{ulid}\",status=\"5xx\"}"
                + " 1.0",
            "_seconds_bucket{method=\"GET\",route=\"/jobs/{ulid}\",le=\"0.0025\"} 0\n",
            "_seconds_bucket{method=\"GET\",route=\"/jobs/{ulid}\",le=\"0.005\"} 1\n",
            "_seconds_bucket{method=\"GET\",route=\"/jobs/{ulid}\",le=\"10.0\"} 3\n",
            "_seconds_bucket{method=\"GET\",route=\"/jobs/{ulid}\",le=\"+Inf\"} 4\n",
            "lightpath_http_requests_in_flight 1.0");
  }

  @Test
  void takesAStatusThatIsNoneForTheNearestClass() {
    HubMetrics metrics = new HubMetrics(List.of(), executor);

    metrics.meter("any", "other").count(0, 1);
    metrics.meter("any", "other").count(999, 1);

    assertThat(metrics.text())
        .contains("route=\"other\",status=\"1xx\"} 1.0", "route=\"other\",status=\"5xx\"} 1.0");
  }
}
