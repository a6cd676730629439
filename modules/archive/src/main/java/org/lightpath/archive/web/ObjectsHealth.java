package org.lightpath.archive.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.lightpath.platform.ObjectStore;

/** Ready when the object store can take an object. */
@Readiness
@ApplicationScoped
public class ObjectsHealth implements HealthCheck {

  /** Less than one large frame with its previews: the next exposure would be refused. */
  private static final long LEAST_FREE_BYTES = 100L << 20;

  @Inject private ObjectStore store;

  @Override
  public HealthCheckResponse call() {
    long free = store.freeBytes();
    boolean enough = free >= LEAST_FREE_BYTES;
    var answer = HealthCheckResponse.named("objects").status(enough).withData("freeBytes", free);
    if (!enough) {
      answer.withData("reason", "less than %d bytes are free".formatted(LEAST_FREE_BYTES));
    }
    return answer.build();
  }
}
