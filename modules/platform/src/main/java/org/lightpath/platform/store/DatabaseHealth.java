package org.lightpath.platform.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.lightpath.platform.telemetry.HubHealth;

/** Ready when the database answers and has its newest version. */
@Readiness
@ApplicationScoped
public class DatabaseHealth extends HubHealth {

  @Inject private DatabaseProbe probe;

  /** For CDI. */
  protected DatabaseHealth() {
    super("database");
  }

  @Override
  protected void check(HealthCheckResponseBuilder answer) {
    Optional<String> trouble = probe.trouble();
    answer.status(trouble.isEmpty()).withData("product", probe.product());
    trouble.ifPresent(reason -> answer.withData("reason", reason));
  }
}
