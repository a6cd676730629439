package org.lightpath.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Identified;

/** Who makes this request. For resources. */
@RequestScoped
public class CurrentCaller {

  private HttpServletRequest request;
  private PlaceCheck check = new PlaceCheck(RouteRule.NONE);

  /** For the CDI proxy. */
  protected CurrentCaller() {}

  /** The caller of {@code request}. */
  @Inject
  public CurrentCaller(HttpServletRequest request) {
    this.request = request;
  }

  /** The caller; {@link Caller#ANONYMOUS} if nothing was proved. */
  public Caller get() {
    return identified().caller();
  }

  /** The caller; UNAUTHENTICATED if nothing was proved. */
  public Caller require() {
    Caller caller = get();
    if (caller.isAnonymous()) {
      throw new LightpathException(
          ErrorCode.UNAUTHENTICATED,
          "this needs a token: get one with POST /api/token and send it as"
              + " Authorization: Bearer <token>; or an API key as X-Api-Key");
    }
    return caller;
  }

  /** The caller and what proved it. */
  public Identified identified() {
    return request.getAttribute(IdentityFilter.IDENTIFIED) instanceof Identified who
        ? who
        : Identified.NOBODY;
  }

  /**
   * Whether the route's rule admits the caller at {@code place}, the place of what the request
   * names. A route whose rule says {@code in = THING} calls it before it does anything.
   *
   * @param place a place code; with any other word only a role that holds everywhere is enough
   * @throws LightpathException FORBIDDEN if it does not
   */
  public void checkAt(String place) {
    check.at(get(), place);
  }

  /** For a request that has come back from waiting: the container injects none there. */
  void in(HttpServletRequest forwarded) {
    request = forwarded;
  }

  /** What is still to be checked, now that the route is known. */
  void under(PlaceCheck pending) {
    check = pending;
  }

  PlaceCheck check() {
    return check;
  }
}
