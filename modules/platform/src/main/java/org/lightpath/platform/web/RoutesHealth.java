package org.lightpath.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when requests reach the application. While it is being deployed the server answers {@code
 * /health/ready} past us, and every route with a page of its own.
 */
@Readiness
@ApplicationScoped
public class RoutesHealth implements HealthCheck {

  private volatile boolean reached;

  /** A request has come; the very one that asks for the health will do. */
  void reached() {
    reached = true;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("routes").status(reached);
    if (!reached) {
      answer.withData("reason", "the application does not answer yet");
    }
    return answer.build();
  }
}
