package org.lightpath.platform.web;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Allowed.In;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Role;

/**
 * What {@link Allowed} and {@link Open} of a route say, in the profile that runs.
 *
 * @param open whether anybody may call it
 * @param roles any one of these is enough; none: nobody may call it
 * @param place as {@link Allowed#place}
 * @param in where the place stands
 */
record RouteRule(boolean open, List<Role> roles, String place, In in) {

  /** Open: what holds before a route is known. */
  static final RouteRule NONE = new RouteRule(true, List.of(), "", In.ADDRESS);

  static RouteRule of(Method route, boolean development) {
    Open open = route.getAnnotation(Open.class);
    if (open != null && (open.inProduction() || development)) {
      return NONE;
    }
    Allowed allowed = route.getAnnotation(Allowed.class);
    return allowed == null
        ? new RouteRule(false, List.of(), "", In.ADDRESS)
        : new RouteRule(false, List.of(allowed.value()), allowed.place(), allowed.in());
  }

  /** Whether the place is known only after the route was chosen. */
  boolean hasLatePlace() {
    return !open && in != In.ADDRESS;
  }

  /** Whether a parameter of the address names the place. */
  boolean hasPlaceInAddress() {
    return in == In.ADDRESS && !place.isEmpty() && !place.equals(Allowed.ANYWHERE);
  }

  /** Whether the caller has one of the roles at every place. */
  boolean admitsEverywhere(Caller caller) {
    return open || roles.stream().anyMatch(caller::may);
  }

  /** Whether the caller may call it, whatever place the request is about. */
  boolean admits(Caller caller) {
    return admitsEverywhere(caller)
        || place.equals(Allowed.ANYWHERE) && roles.stream().anyMatch(caller::maySomewhere);
  }

  /** Whether the caller may call it for something at {@code at}. */
  boolean admitsAt(Caller caller, SiteCode at) {
    boolean concernsPlace = !place.isEmpty() && !place.equals(Allowed.ANYWHERE);
    return admits(caller) || concernsPlace && roles.stream().anyMatch(role -> caller.may(role, at));
  }

  /** FORBIDDEN unless the caller has one of the roles, as far as that can be said without place. */
  void check(Caller caller) {
    boolean everywhere = place.isEmpty();
    demand(caller, everywhere ? caller::may : caller::maySomewhere, everywhere ? "" : " somewhere");
  }

  /** FORBIDDEN unless the caller has one of the roles at {@code at}, or everywhere. */
  void checkAt(Caller caller, String at) {
    if (!open && SiteCode.isValid(at)) {
      SiteCode place = new SiteCode(at);
      demand(caller, role -> caller.may(role, place), " at " + at);
    } else if (!open) {
      demand(caller, caller::may, " at every place");
    }
  }

  private void demand(Caller caller, Predicate<Role> has, String where) {
    if (roles.stream().noneMatch(has)) {
      throw new LightpathException(
          ErrorCode.FORBIDDEN,
          "%s may not do this; it needs %s%s".formatted(caller.name(), names(), where));
    }
  }

  private String names() {
    return roles.isEmpty()
        ? "a rule that the route lacks"
        : roles.stream().map(Role::wireName).collect(Collectors.joining(" or "));
  }
}
