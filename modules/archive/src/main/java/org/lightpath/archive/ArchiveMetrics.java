package org.lightpath.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.lightpath.platform.ImageArrived;
import org.lightpath.platform.ObjectStore;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.SiteDirectory;
import org.lightpath.platform.telemetry.MetricFamily;
import org.lightpath.platform.telemetry.MetricSource;

/** What has come into the archive, and how much more it can take. Thread-safe. */
@ApplicationScoped
public class ArchiveMetrics implements MetricSource {

  private static final MetricFamily FREE =
      MetricFamily.gauge(
          "lightpath_objects_free_bytes", "Bytes that the object store can still take");
  private static final MetricFamily FILES =
      MetricFamily.counter(
          "lightpath_image_files_total", "Files of images that were recorded", "site");
  private static final MetricFamily NOTICE_AGE =
      MetricFamily.gauge(
          "lightpath_pipeline_notice_age_seconds",
          "Age of the oldest file that its pipeline has not been told of; 0 if there is none");

  private static final double MILLIS_PER_SECOND = TimeUnit.SECONDS.toMillis(1);

  /** Files can come from sites that nobody has configured, under as many names as there are. */
  private static final String OTHER = "other";

  private final Map<String, LongAdder> files = new ConcurrentHashMap<>();
  private ObjectStore store;
  private Notices notices;
  private SiteDirectory sites;
  private Clock clock;

  /** For the CDI proxy. */
  protected ArchiveMetrics() {}

  /** Measures these. */
  @Inject
  public ArchiveMetrics(ObjectStore store, Notices notices, SiteDirectory sites, Clock clock) {
    this.store = store;
    this.notices = notices;
    this.sites = sites;
    this.clock = clock;
  }

  void onImage(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImageArrived image) {
    String label = sites.find(image.site()).map(s -> s.code()).map(SiteCode::value).orElse(OTHER);
    files.computeIfAbsent(label, l -> new LongAdder()).increment();
  }

  @Override
  public String part() {
    return "archive";
  }

  @Override
  public List<MetricFamily> families() {
    return List.of(FREE, FILES, NOTICE_AGE);
  }

  @Override
  public void measure(Readings readings) {
    readings.set(FREE, store.freeBytes());
    files.forEach((site, count) -> readings.set(FILES, count.sum(), site));
    Duration oldest =
        notices.oldest(1).stream()
            .map(notice -> Duration.between(notice.createdAt(), clock.instant()))
            .findFirst()
            .orElse(Duration.ZERO);
    readings.set(NOTICE_AGE, oldest.toMillis() / MILLIS_PER_SECOND);
  }
}
