package org.lightpath.platform.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Profile;
import org.lightpath.platform.security.Role;

/** Lets a request through to a route if its caller has one of the roles that the route names. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RoleFilter implements ContainerRequestFilter {

  @Context private ResourceInfo route;
  @Inject private CurrentCaller current;
  @Inject private Profile profile;

  @Override
  public void filter(ContainerRequestContext request) {
    Open open = route.getResourceMethod().getAnnotation(Open.class);
    if (open != null && (open.inProduction() || profile.isDevelopment())) {
      return;
    }
    Caller caller = current.require();
    if (open != null) {
      return;
    }
    Allowed allowed = route.getResourceMethod().getAnnotation(Allowed.class);
    if (allowed == null || Arrays.stream(allowed.value()).noneMatch(caller::is)) {
      throw new LightpathException(
          ErrorCode.FORBIDDEN,
          "%s may not do this; it needs %s".formatted(caller.name(), namesOf(allowed)));
    }
  }

  private static String namesOf(Allowed allowed) {
    return allowed == null
        ? "a rule that the route lacks"
        : Arrays.stream(allowed.value()).map(Role::wireName).collect(Collectors.joining(" or "));
  }
}
