package org.lightpath.platform.telemetry;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Counts the requests of one route; made once, so that a request looks nothing up. Thread-safe. */
public final class RouteMeter {

  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final int HUNDRED = 100;

  private final List<CounterDataPoint> requests;
  private final DistributionDataPoint duration;

  /** {@code requests} by the first digit of the status, from 1. */
  RouteMeter(List<CounterDataPoint> requests, DistributionDataPoint duration) {
    this.requests = requests;
    this.duration = duration;
  }

  /** One request has been answered with {@code status}, after that time. */
  public void count(int status, long nanos) {
    requests.get(Math.min(Math.max(status / HUNDRED, 1), requests.size()) - 1).inc();
    duration.observe(nanos / NANOS_PER_SECOND);
  }
}
