package org.lightpath.platform.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Profile;

/**
 * Lets a request through to a route if the route's rule admits its caller. A rule about a place
 * that is not in the address is checked by {@link BodyPlaceInterceptor} or by the route itself; an
 * answer for which nobody did is not sent.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RoleFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String PENDING = PlaceCheck.class.getName();

  @Context private ResourceInfo route;
  @Inject private CurrentCaller current;
  @Inject private Profile profile;

  @Override
  public void filter(ContainerRequestContext request) {
    RouteRule rule = RouteRule.of(route.getResourceMethod(), profile.isDevelopment());
    if (rule.open()) {
      return;
    }
    Caller caller = current.require();
    rule.check(caller);
    if (rule.hasPlaceInAddress() && !rule.admitsEverywhere(caller)) {
      rule.checkAt(caller, named(request.getUriInfo(), rule.place()));
    }
    PlaceCheck pending = new PlaceCheck(rule);
    current.under(pending);
    request.setProperty(PENDING, pending);
  }

  /** A parameter that is there twice must not be checked as one thing and used as another. */
  private static String named(UriInfo address, String name) {
    List<String> values = new ArrayList<>();
    for (MultivaluedMap<String, String> parameters :
        List.of(address.getPathParameters(), address.getQueryParameters())) {
      values.addAll(parameters.getOrDefault(name, List.of()));
    }
    if (values.size() != 1) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "the request names %d places in '%s'; it needs one".formatted(values.size(), name));
    }
    return values.get(0);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() < 400
        && request.getProperty(PENDING) instanceof PlaceCheck pending
        && pending.isMissing()) {
      throw new IllegalStateException(
          "%s answered without having checked the place '%s'"
              .formatted(route.getResourceMethod(), pending.rule().place()));
    }
  }
}
