package org.lightpath.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lightpath.platform.Ids;
import org.lightpath.platform.telemetry.Span;
import org.lightpath.platform.telemetry.SpanSource;

/** What jobs did for a trace: they waited, and a device carried them out. Thread-safe. */
@ApplicationScoped
public class JobSpans implements SpanSource {

  private static final String PART = "jobs";

  private Jobs jobs;

  /** For the CDI proxy. */
  protected JobSpans() {}

  /** Tells of {@code jobs}. */
  @Inject
  public JobSpans(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public Optional<String> traceOf(String id) {
    return jobs.find(id).map(job -> job.order().traceId());
  }

  @Override
  public List<Span> spansOf(String traceId) {
    // A job is two spans at most.
    return jobs.ofTrace(traceId, MOST_SPANS / 2).stream()
        .flatMap(job -> spansOf(job).stream())
        .toList();
  }

  private static List<Span> spansOf(Job job) {
    JobRequest request = job.order().request();
    String what = "%s %s %s".formatted(request.site(), request.deviceInstance(), request.action());
    List<String> link = List.of("/jobs/" + job.ulid());
    Instant asked = Instant.ofEpochMilli(Ids.millisOf(job.ulid()));
    // A job that failed before its device began waited until its end.
    Optional<Instant> begun = job.startedAt().or(job::endedAt);
    List<Span> spans = new ArrayList<>();
    String waiting = job.startedAt().isPresent() ? JobWords.STARTED : job.status();
    spans.add(new Span(PART, what + ": asked for, waits", asked, begun, waiting, link));
    job.startedAt()
        .ifPresent(
            start ->
                spans.add(
                    new Span(
                        PART, what + ": carried out", start, job.endedAt(), outcome(job), link)));
    return spans;
  }

  private static String outcome(Job job) {
    return job.reason().isEmpty() ? job.status() : job.status() + ": " + job.reason();
  }
}
