package org.lightpath.platform.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers and has its newest version. */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

  @Inject private DatabaseProbe probe;

  @Override
  public HealthCheckResponse call() {
    Optional<String> trouble = probe.trouble();
    var answer = HealthCheckResponse.named("database").status(trouble.isEmpty());
    answer.withData("product", probe.product());
    trouble.ifPresent(reason -> answer.withData("reason", reason));
    return answer.build();
  }
}
