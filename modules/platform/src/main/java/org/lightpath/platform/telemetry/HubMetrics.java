package org.lightpath.platform.telemetry;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmBufferPoolMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmClassLoadingMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmRuntimeInfoMetric;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Everything that the hub measures of itself, in the form that Prometheus reads. Thread-safe. */
@ApplicationScoped
public class HubMetrics {

  /** Version 0.0.4 of the text format, which every collector reads. */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Many readers cost one reading. */
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  @Resource private ManagedThreadFactory threads;
  @Inject @Any private Instance<MetricSource> beans;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final RouteMetrics routes = new RouteMetrics(registry);
  private ExecutorService executor;
  private String text = "";
  private long readAtNanos;

  /** For CDI. */
  protected HubMetrics() {}

  /** The measurements of {@code sources} beside those of requests, without a container. */
  public HubMetrics(List<MetricSource> sources, Executor executor) {
    register(sources, executor);
  }

  @PostConstruct
  void start() {
    // Own threads: the container's executor drops a task while the application is not yet in place.
    executor = Executors.newCachedThreadPool(threads);
    register(beans.stream().toList(), executor);
  }

  private void register(List<MetricSource> sources, Executor parts) {
    registry.register(new PartsCollector(sources, parts, PATIENCE));
    ProcessMetrics.builder().register(registry);
    JvmRuntimeInfoMetric.builder().register(registry);
    JvmMemoryMetrics.builder().register(registry);
    JvmGarbageCollectorMetrics.builder().register(registry);
    JvmThreadsMetrics.builder().register(registry);
    JvmClassLoadingMetrics.builder().register(registry);
    JvmBufferPoolMetrics.builder().register(registry);
  }

  @PreDestroy
  void stop() {
    executor.shutdownNow();
  }

  /** What counts the requests of one route; ask once and keep it. */
  public RouteMeter meter(String method, String route) {
    return routes.meter(method, route);
  }

  /** A request is being answered from now on. */
  public void begun() {
    routes.begun();
  }

  /** It has been answered. */
  public void ended() {
    routes.ended();
  }

  /** All metrics, at most a second old; waits about 3 s at most for a part that does not answer. */
  public synchronized String text() {
    if (text.isEmpty() || System.nanoTime() - readAtNanos > FRESH_NANOS) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        new PrometheusTextFormatWriter(false).write(out, registry.scrape());
      } catch (IOException e) {
        throw new UncheckedIOException(e); // into memory: cannot be
      }
      text = out.toString(StandardCharsets.UTF_8);
      readAtNanos = System.nanoTime();
    }
    return text;
  }
}
