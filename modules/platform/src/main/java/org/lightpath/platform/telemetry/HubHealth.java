package org.lightpath.platform.telemetry;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * A health check that looks at other beans, and only from within the application. While the
 * application is being deployed the server calls its checks from outside: a bean that such a call
 * were to make would read the server's settings instead of the application's, and keep them for as
 * long as the hub runs.
 */
public abstract class HubHealth implements HealthCheck {

  private final String name;

  /** A check of that name. */
  protected HubHealth(String name) {
    this.name = name;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named(name);
    ClassLoader application = HubHealth.class.getClassLoader();
    if (Thread.currentThread().getContextClassLoader() != application) {
      return answer.down().withData("reason", "the hub is being deployed").build();
    }
    check(answer);
    return answer.build();
  }

  /** Says in {@code answer} how things are, with the reason if they are not well. */
  protected abstract void check(HealthCheckResponseBuilder answer);
}
