package org.lightpath.platform.telemetry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.telemetry.HubMetrics;

/** What the hub measures of itself, for Prometheus. */
@Path("metrics")
@RequestScoped
public class MetricsResource {

  @Inject private HubMetrics metrics;

  /** All metrics in the text format, whatever the Accept header asks for: it is the only one. */
  @GET
  @Produces(MediaType.WILDCARD)
  @Open("a hub for trying out has nothing to hide")
  @Allowed(value = Role.VIEWER, place = Allowed.ANYWHERE)
  public Response metrics() {
    return Response.ok(metrics.text(), HubMetrics.MEDIA_TYPE).build();
  }
}
