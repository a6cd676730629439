package org.lightpath.device.host.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.lightpath.device.host.DeviceHost;
import org.lightpath.device.host.DeviceView;
import org.lightpath.platform.telemetry.HubHealth;

/**
 * Ready as soon as the plugins are loaded and the devices made; a device that is away shows in the
 * data and keeps the hub ready. A plugin that used up the memory does not: nothing is sure then.
 */
@Readiness
@ApplicationScoped
public class DevicesHealth extends HubHealth {

  private static final String NAME = "devices";

  private DeviceHost host;

  /** For the CDI proxy. */
  protected DevicesHealth() {
    super(NAME);
  }

  /** The check of {@code host}. */
  @Inject
  public DevicesHealth(DeviceHost host) {
    super(NAME);
    this.host = host;
  }

  @Override
  protected void check(HealthCheckResponseBuilder answer) {
    Optional<String> outOfMemory = host.outOfMemory();
    answer.status(host.isStarted() && outOfMemory.isEmpty());
    outOfMemory.ifPresent(
        call -> answer.withData("outOfMemory", call + ": restart the hub with more heap"));
    for (DeviceView device : host.devices()) {
      String state = device.state().name();
      answer.withData(
          device.site() + "/" + device.name(),
          device.reason().isEmpty() ? state : state + ": " + device.reason());
    }
  }
}
