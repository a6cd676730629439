package org.lightpath.pipes.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness check {@code broker}: up while the message broker answers. */
@Readiness
@ApplicationScoped
public class BrokerReadiness implements HealthCheck {

  private BrokerProbe probe;

  /** For the CDI proxy. */
  protected BrokerReadiness() {}

  /** A check that asks through {@code probe}. */
  @Inject
  BrokerReadiness(BrokerProbe probe) {
    this.probe = probe;
  }

  @Override
  public HealthCheckResponse call() {
    Optional<String> trouble = probe.trouble();
    var response = HealthCheckResponse.named("broker").status(trouble.isEmpty());
    trouble.ifPresent(reason -> response.withData("reason", reason));
    return response.build();
  }
}
