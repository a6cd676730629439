package org.lightpath.archive.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.lightpath.platform.ObjectStore;
import org.lightpath.platform.telemetry.HubHealth;

/** Ready when the object store can take an object. */
@Readiness
@ApplicationScoped
public class ObjectsHealth extends HubHealth {

  /** Less than one large frame with its previews: the next exposure would be refused. */
  private static final long LEAST_FREE_BYTES = 100L << 20;

  @Inject private ObjectStore store;

  /** For CDI. */
  protected ObjectsHealth() {
    super("objects");
  }

  @Override
  protected void check(HealthCheckResponseBuilder answer) {
    long free = store.freeBytes();
    boolean enough = free >= LEAST_FREE_BYTES;
    answer.status(enough).withData("freeBytes", free);
    if (!enough) {
      answer.withData("reason", "less than %d bytes are free".formatted(LEAST_FREE_BYTES));
    }
  }
}
