package org.lightpath.platform.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Startup;
import org.lightpath.platform.telemetry.HubHealth;

/** Started once the database has been brought up to date; stays so. */
@Startup
@ApplicationScoped
public class SchemaHealth extends HubHealth {

  @Inject private DatabaseProbe probe;
  private volatile boolean reached;

  /** For CDI. */
  protected SchemaHealth() {
    super("schema");
  }

  @Override
  protected void check(HealthCheckResponseBuilder answer) {
    Optional<String> trouble = reached ? Optional.empty() : probe.trouble();
    reached = trouble.isEmpty();
    answer.status(reached);
    trouble.ifPresent(reason -> answer.withData("reason", reason));
  }
}
