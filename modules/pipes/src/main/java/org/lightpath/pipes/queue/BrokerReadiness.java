package org.lightpath.pipes.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.lightpath.platform.telemetry.HubHealth;

/** Readiness check {@code broker}: up while the message broker answers. */
@Readiness
@ApplicationScoped
public class BrokerReadiness extends HubHealth {

  private static final String NAME = "broker";

  private BrokerProbe probe;

  /** For the CDI proxy. */
  protected BrokerReadiness() {
    super(NAME);
  }

  /** A check that asks through {@code probe}. */
  @Inject
  BrokerReadiness(BrokerProbe probe) {
    super(NAME);
    this.probe = probe;
  }

  @Override
  protected void check(HealthCheckResponseBuilder answer) {
    Optional<String> trouble = probe.trouble();
    answer.status(trouble.isEmpty());
    trouble.ifPresent(reason -> answer.withData("reason", reason));
  }
}
