package org.lightpath.sites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.lightpath.platform.telemetry.MetricFamily;
import org.lightpath.platform.telemetry.MetricSource;

/** How many listen to the news. Thread-safe. */
@ApplicationScoped
public class HubListeners implements MetricSource {

  private static final MetricFamily SOCKETS =
      MetricFamily.gauge("lightpath_hub_sockets", "Open sockets that hear the news");

  private Hub hub;

  /** For the CDI proxy. */
  protected HubListeners() {}

  /** Counts the listeners of {@code hub}. */
  @Inject
  public HubListeners(Hub hub) {
    this.hub = hub;
  }

  @Override
  public String part() {
    return "hub";
  }

  @Override
  public List<MetricFamily> families() {
    return List.of(SOCKETS);
  }

  @Override
  public void measure(Readings readings) {
    readings.set(SOCKETS, hub.listeners());
  }
}
