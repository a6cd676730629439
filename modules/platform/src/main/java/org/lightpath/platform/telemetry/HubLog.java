package org.lightpath.platform.telemetry;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.logging.Logger;

/** The log of the hub: every line of ours says for whom it was written. */
@ApplicationScoped
public class HubLog implements MetricSource {

  private static final MetricFamily RECORDS =
      MetricFamily.counter(
          "lightpath_log_records_total", "Warnings and faults in the log of the hub", "level");

  /** Above all loggers of ours; kept here, because the JDK itself would let it go. */
  private static final Logger OURS = Logger.getLogger("org.lightpath");

  private final LogContext context = new LogContext();

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    OURS.addHandler(context);
  }

  @PreDestroy
  void stop() {
    OURS.removeHandler(context);
  }

  @Override
  public String part() {
    return "log";
  }

  @Override
  public List<MetricFamily> families() {
    return List.of(RECORDS);
  }

  @Override
  public void measure(Readings readings) {
    context.records().forEach((level, count) -> readings.set(RECORDS, count.sum(), level));
  }
}
