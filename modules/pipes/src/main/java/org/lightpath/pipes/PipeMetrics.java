package org.lightpath.pipes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.lightpath.platform.telemetry.MetricFamily;
import org.lightpath.platform.telemetry.MetricSource;

/** How full the PIPE queues are. Thread-safe. */
@ApplicationScoped
public class PipeMetrics implements MetricSource {

  private static final MetricFamily ITEMS =
      MetricFamily.gauge(
          "lightpath_pipe_items", "Items of a PIPE queue, by state", "queue", "state");

  private PipeService pipes;

  /** For the CDI proxy. */
  protected PipeMetrics() {}

  /** Measures the queues of {@code pipes}. */
  @Inject
  public PipeMetrics(PipeService pipes) {
    this.pipes = pipes;
  }

  @Override
  public String part() {
    return "pipe";
  }

  @Override
  public List<MetricFamily> families() {
    return List.of(ITEMS);
  }

  @Override
  public void measure(Readings readings) {
    pipes.counts().forEach((queue, items) -> readings.set(ITEMS, items, queue, "ready"));
  }
}
