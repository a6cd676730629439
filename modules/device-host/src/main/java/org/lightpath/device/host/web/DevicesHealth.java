package org.lightpath.device.host.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.lightpath.device.host.DeviceHost;
import org.lightpath.device.host.DeviceView;

/**
 * Ready as soon as the plugins are loaded and the devices made; a device that is away shows in the
 * data and keeps the hub ready. A plugin that used up the memory does not: nothing is sure then.
 */
@Readiness
@ApplicationScoped
public class DevicesHealth implements HealthCheck {

  private DeviceHost host;

  /** For the CDI proxy. */
  protected DevicesHealth() {}

  /** The check of {@code host}. */
  @Inject
  public DevicesHealth(DeviceHost host) {
    this.host = host;
  }

  @Override
  public HealthCheckResponse call() {
    Optional<String> outOfMemory = host.outOfMemory();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("devices").status(host.isStarted() && outOfMemory.isEmpty());
    outOfMemory.ifPresent(
        call -> answer.withData("outOfMemory", call + ": restart the hub with more heap"));
    for (DeviceView device : host.devices()) {
      String state = device.state().name();
      answer.withData(
          device.site() + "/" + device.name(),
          device.reason().isEmpty() ? state : state + ": " + device.reason());
    }
    return answer.build();
  }
}
