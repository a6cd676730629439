package org.lightpath.platform.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.lightpath.platform.ErrorCode;

/**
 * Sends a requester away who asks more often than {@link RateLimits} allows, and tells all others
 * how much is left (IETF draft "RateLimit header fields for HTTP", revision 10).
 */
@Provider
@Priority(RateLimitFilter.KNOWN_AND_NOT_YET_ALLOWED)
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

  /** Between {@code Priorities.AUTHENTICATION} and {@code AUTHORIZATION}. */
  static final int KNOWN_AND_NOT_YET_ALLOWED = 1500;

  private static final String VERDICT = RateLimitFilter.class.getName();

  @Inject private RateLimits limits;
  @Inject private Requester requester;
  @Context private HttpServletRequest http;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!limits.isOn()) {
      return;
    }
    RateLimits.Verdict verdict = limits.take(requester.nameOf(http));
    request.setProperty(VERDICT, verdict);
    if (!verdict.admitted()) {
      Response problem =
          Problems.answer(
              ErrorCode.TOO_MANY,
              "more than %d requests in a minute, the limit".formatted(limits.quota()),
              request.getUriInfo().getRequestUri().getPath());
      request.abortWith(
          Response.fromResponse(problem)
              .header("Retry-After", null)
              .header("Retry-After", seconds(verdict.untilNext()))
              .build());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
    if (request.getProperty(VERDICT) instanceof RateLimits.Verdict verdict) {
      answer
          .getHeaders()
          .putSingle(
              "RateLimit-Policy",
              "\"default\";q=%d;w=%d".formatted(limits.quota(), RateLimits.WINDOW.toSeconds()));
      answer
          .getHeaders()
          .putSingle(
              "RateLimit",
              "\"default\";r=%d;t=%d".formatted(verdict.remaining(), seconds(verdict.untilNext())));
    }
  }

  /** Rounded up: a client that waits so long is not sent away again. */
  static long seconds(Duration wait) {
    return (wait.toMillis() + 999) / 1000;
  }
}
