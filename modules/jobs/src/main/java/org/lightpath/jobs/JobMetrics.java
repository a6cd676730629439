package org.lightpath.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.lightpath.platform.Ids;
import org.lightpath.platform.JobChanged;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.telemetry.MetricFamily;
import org.lightpath.platform.telemetry.MetricSource;

/** How many jobs wait, run and have ended. Thread-safe. */
@ApplicationScoped
public class JobMetrics implements MetricSource {

  private static final MetricFamily OPEN =
      MetricFamily.gauge(
          "lightpath_jobs_open", "Jobs that have not ended, by status", "site", "status");
  private static final MetricFamily OLDEST =
      MetricFamily.gauge(
          "lightpath_jobs_oldest_waiting_seconds",
          "Age of the oldest job that nobody has taken",
          "site");
  private static final MetricFamily ENDED =
      MetricFamily.counter(
          "lightpath_jobs_ended_total",
          "Jobs that have ended, by their last status",
          "site",
          "status");

  private static final double MILLIS_PER_SECOND = TimeUnit.SECONDS.toMillis(1);

  private record Ending(SiteCode site, String status) {}

  private final Map<Ending, LongAdder> endings = new ConcurrentHashMap<>();
  private Jobs jobs;
  private Clock clock;

  /** For the CDI proxy. */
  protected JobMetrics() {}

  /** Measures {@code jobs}. */
  @Inject
  public JobMetrics(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  void onJob(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobChanged change) {
    if (JobWords.isTerminal(change.status())) {
      endings
          .computeIfAbsent(new Ending(change.site(), change.status()), e -> new LongAdder())
          .increment();
    }
  }

  @Override
  public String part() {
    return "jobs";
  }

  @Override
  public List<MetricFamily> families() {
    return List.of(OPEN, OLDEST, ENDED);
  }

  @Override
  public void measure(Readings readings) {
    for (OpenJobs open : jobs.countOpen()) {
      readings.set(OPEN, open.count(), open.site().value(), open.status());
      if (open.status().equals(JobWords.UNREAD)) {
        long ageMillis = clock.millis() - Ids.millisOf(open.oldestUlid());
        readings.set(OLDEST, ageMillis / MILLIS_PER_SECOND, open.site().value());
      }
    }
    endings.forEach(
        (ending, count) ->
            readings.set(ENDED, count.sum(), ending.site().value(), ending.status()));
  }
}
