package org.lightpath.platform.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started once the database has been brought up to date; stays so. */
@Startup
@ApplicationScoped
public class SchemaHealth implements HealthCheck {

  @Inject private DatabaseProbe probe;
  private volatile boolean reached;

  @Override
  public HealthCheckResponse call() {
    Optional<String> trouble = reached ? Optional.empty() : probe.trouble();
    reached = trouble.isEmpty();
    var answer = HealthCheckResponse.named("schema").status(reached);
    trouble.ifPresent(reason -> answer.withData("reason", reason));
    return answer.build();
  }
}
