package org.lightpath.platform.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import org.lightpath.platform.Trace;
import org.lightpath.platform.audit.Act;
import org.lightpath.platform.audit.Actor;
import org.lightpath.platform.audit.AuditQueue;
import org.lightpath.platform.audit.CurrentActor;
import org.lightpath.platform.network.ClientAddress;

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

  /** A path parameter with the format that it must have: {@code {ulid: [0-9A-Z]{26}}}. */
  private static final Pattern FORMAT = Pattern.compile("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}");

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
            request.getMethod() + " " + template(),
            current.thing().orElse(request.getUriInfo().getRequestUri().getPath()),
            place == null ? current.place() : place,
            admitted ? current.actor() : actor(),
            status));
  }

  private Actor actor() {
    return new Actor(
        caller.get().subject(),
        addresses.of(connection).getHostAddress(),
        Trace.idOf(connection.getHeader("traceparent")));
  }

  /** The route as the contract words it: {@code /api/pipe/queue/{queue_name}/dequeue}. */
  private String template() {
    Method method = route.getResourceMethod();
    Path below = method.getAnnotation(Path.class);
    String path = route.getResourceClass().getAnnotation(Path.class).value();
    String whole = "/" + path + (below == null ? "" : "/" + below.value());
    return FORMAT.matcher(whole.replaceAll("/{2,}", "/")).replaceAll("{$1}");
  }
}
