package org.lightpath.platform.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.stream.IntStream;

/** What is measured of requests. Thread-safe. */
final class RouteMetrics {

  /** Seconds; a request of 10 s and more is slow, however slow it is. */
  private static final double[] BOUNDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10
  };

  private static final int CLASSES = 5;

  private final Counter requests;
  private final Histogram durations;
  private final Gauge inFlight;

  RouteMetrics(PrometheusRegistry registry) {
    requests =
        Counter.builder()
            .name("lightpath_http_requests_total")
            .help("Requests that were answered, by the class of the status")
            .labelNames("method", "route", "status")
            .withoutExemplars()
            .register(registry);
    durations =
        Histogram.builder()
            .name("lightpath_http_request_duration_seconds")
            .help("Time from a request's headers to the end of its answer")
            .labelNames("method", "route")
            .classicOnly()
            .classicUpperBounds(BOUNDS)
            .withoutExemplars()
            .register(registry);
    inFlight =
        Gauge.builder()
            .name("lightpath_http_requests_in_flight")
            .help("Requests that are being answered now")
            .withoutExemplars()
            .register(registry);
  }

  RouteMeter meter(String method, String route) {
    return new RouteMeter(
        IntStream.rangeClosed(1, CLASSES)
            .mapToObj(digit -> requests.labelValues(method, route, digit + "xx"))
            .toList(),
        durations.labelValues(method, route));
  }

  void begun() {
    inFlight.inc();
  }

  void ended() {
    inFlight.dec();
  }
}
