package org.lightpath.device.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.lightpath.platform.telemetry.MetricFamily;
import org.lightpath.platform.telemetry.MetricSource;

/** What the devices do. Thread-safe. */
@ApplicationScoped
public class DeviceMetrics implements MetricSource {

  private static final MetricFamily STATE =
      MetricFamily.gauge(
          "lightpath_device_state",
          "1 for the state that the device is in, 0 for the others",
          "site",
          "device",
          "kind",
          "state");
  private static final MetricFamily ABANDONED =
      MetricFamily.gauge(
          "lightpath_device_threads_abandoned", "Threads that are stuck in hung drivers");

  private DeviceHost host;

  /** For the CDI proxy. */
  protected DeviceMetrics() {}

  /** Measures the devices of {@code host}. */
  @Inject
  public DeviceMetrics(DeviceHost host) {
    this.host = host;
  }

  @Override
  public String part() {
    return "devices";
  }

  @Override
  public List<MetricFamily> families() {
    return List.of(STATE, ABANDONED);
  }

  @Override
  public void measure(Readings readings) {
    for (DeviceView device : host.devices()) {
      for (DeviceState state : DeviceState.values()) {
        readings.set(
            STATE,
            device.state() == state ? 1 : 0,
            device.site().value(),
            device.name(),
            device.kind().label(),
            state.name());
      }
    }
    readings.set(ABANDONED, host.abandonedThreads());
  }
}
