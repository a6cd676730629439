package org.lightpath.platform.web;

import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * A fault of the hub: the log tells everything, the answer only under which id.
 *
 * @param id the same in both
 */
record Incident(String id) {

  private static final Logger LOG = System.getLogger(Incident.class.getName());

  /** Logs a fault at {@code path}; {@code thrown} is null if nobody says what was thrown. */
  static Incident logged(String path, String what, Throwable thrown) {
    Incident incident = new Incident(UUID.randomUUID().toString());
    LOG.log(Level.ERROR, "incident %s at %s: %s".formatted(incident.id, path, what), thrown);
    return incident;
  }

  /** Where to read on; the end of a sentence of an answer. */
  String hint() {
    return "its log tells more under incident " + id;
  }

  Response answer() {
    return Problems.of(
            "internal", 500, "a fault of the hub; " + hint(), "urn:lightpath:incident:" + id, null)
        .build();
  }
}
