package org.lightpath.platform.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.lightpath.platform.audit.Act;
import org.lightpath.platform.audit.Actor;
import org.lightpath.platform.audit.AuditQueue;
import org.lightpath.platform.audit.CurrentActor;
import org.lightpath.platform.network.ClientAddress;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.telemetry.Work;
import org.lightpath.platform.telemetry.web.RouteObserver;

/**
 * Notes every request that may change something, with its answer, and every refusal by a route's
 * rule. What has been recorded inside its own transaction is not noted again.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 100) // whoever gets here may do what he wants
public class AuditFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final String ADMITTED = AuditFilter.class.getName();
  private static final int FORBIDDEN = 403;

  @Context private ResourceInfo route;

  @Context private HttpServletRequest connection;
  @Inject private CurrentCaller caller;
  @Inject private CurrentActor current;
  @Inject private ClientAddress addresses;
  @Inject private AuditQueue queue;
  @Inject private Clock clock;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!READS.contains(request.getMethod())) {
      queue.makeRoom();
      current.is(actor());
      request.setProperty(ADMITTED, true);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    int status = response.getStatus();
    boolean admitted = request.getProperty(ADMITTED) != null;
    boolean refused = status == FORBIDDEN && route.getResourceMethod() != null;
    if (!admitted && !refused || current.isRecorded() && status < 400) {
      return;
    }
    String place = request.getUriInfo().getPathParameters().getFirst("site");
    queue.note(
        new Act(
            clock.instant(),
            request.getMethod() + " " + RouteObserver.templateOf(route.getResourceMethod()),
            current.thing().orElse(request.getUriInfo().getRequestUri().getPath()),
            place == null ? current.place() : place,
            admitted ? current.actor() : actor(),
            status));
    if (isForAdminsAlone()) {
      queue.store(); // what an admin was told is done stands in the trail, whatever happens next
    }
  }

  private boolean isForAdminsAlone() {
    Allowed allowed = route.getResourceMethod().getAnnotation(Allowed.class);
    return allowed != null && List.of(allowed.value()).equals(List.of(Role.ADMIN));
  }

  private Actor actor() {
    return new Actor(
        caller.get().subject(),
        addresses.of(connection).getHostAddress(),
        Work.presentTrace().id());
  }
}
