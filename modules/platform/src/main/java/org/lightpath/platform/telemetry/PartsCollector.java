package org.lightpath.platform.telemetry;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Asks all parts at once and takes what has come when the time is over; a part that is stuck is not
 * asked a second time. Its callers come one after the other.
 */
final class PartsCollector implements MultiCollector {

  static final MetricFamily UP =
      MetricFamily.gauge(
          "lightpath_part_up", "1 if the part could be measured in time, else 0", "part");

  private static final Logger LOG = System.getLogger(PartsCollector.class.getName());

  private final List<MetricSource> sources;
  private final Executor executor;
  private final Duration patience;
  private final Map<String, CompletableFuture<Reading>> questions = new LinkedHashMap<>();

  PartsCollector(List<MetricSource> sources, Executor executor, Duration patience) {
    this.sources = List.copyOf(sources);
    this.executor = executor;
    this.patience = patience;
  }

  @Override
  public synchronized MetricSnapshots collect() {
    sources.forEach(source -> questions.computeIfAbsent(source.part(), part -> ask(source)));
    long deadline = System.nanoTime() + patience.toNanos();
    List<MetricSnapshot> snapshots = new ArrayList<>();
    Reading up = new Reading(List.of(UP));
    for (MetricSource source : sources) {
      Optional<Reading> reading = answer(source.part(), deadline);
      up.set(UP, reading.isPresent() ? 1 : 0, source.part());
      reading.ifPresent(it -> it.snapshots().forEach(snapshots::add));
    }
    up.snapshots().forEach(snapshots::add);
    return new MetricSnapshots(snapshots);
  }

  private CompletableFuture<Reading> ask(MetricSource source) {
    return CompletableFuture.supplyAsync(
        () -> {
          Reading reading = new Reading(source.families());
          source.measure(reading);
          return reading;
        },
        executor);
  }

  private Optional<Reading> answer(String part, long deadline) {
    CompletableFuture<Reading> question = questions.get(part);
    try {
      long left = Math.max(0, deadline - System.nanoTime());
      Reading reading = question.get(left, TimeUnit.NANOSECONDS);
      questions.remove(part);
      return Optional.of(reading);
    } catch (TimeoutException e) {
      LOG.log(Level.WARNING, "the part {0} cannot be measured within {1}", part, patience);
    } catch (ExecutionException e) {
      questions.remove(part);
      LOG.log(Level.WARNING, "the part " + part + " cannot be measured", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /** What one part said; written by its thread alone, read when that has ended. */
  private static final class Reading implements MetricSource.Readings {

    private record Point(Labels labels, double value) {}

    private final Map<MetricFamily, List<Point>> points = new LinkedHashMap<>();

    Reading(List<MetricFamily> families) {
      families.forEach(family -> points.put(family, new ArrayList<>()));
    }

    @Override
    public void set(MetricFamily family, double value, String... labels) {
      points.get(family).add(new Point(Labels.of(family.labels(), List.of(labels)), value));
    }

    Stream<MetricSnapshot> snapshots() {
      return points.entrySet().stream()
          .filter(entry -> !entry.getValue().isEmpty())
          .map(entry -> snapshot(entry.getKey(), entry.getValue()));
    }

    private static MetricSnapshot snapshot(MetricFamily family, List<Point> points) {
      return switch (family.kind()) {
        case GAUGE -> {
          var gauge = GaugeSnapshot.builder().name(family.name()).help(family.help());
          points.forEach(
              point ->
                  gauge.dataPoint(
                      GaugeSnapshot.GaugeDataPointSnapshot.builder()
                          .labels(point.labels())
                          .value(point.value())
                          .build()));
          yield gauge.build();
        }
        case COUNTER -> {
          String base = family.name().replaceFirst("_total$", "");
          var counter = CounterSnapshot.builder().name(base).help(family.help());
          points.forEach(
              point ->
                  counter.dataPoint(
                      CounterSnapshot.CounterDataPointSnapshot.builder()
                          .labels(point.labels())
                          .value(point.value())
                          .build()));
          yield counter.build();
        }
      };
    }
  }
}
