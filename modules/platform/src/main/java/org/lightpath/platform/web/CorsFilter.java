package org.lightpath.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.Text;

/**
 * Says to browsers what {@link CorsPolicy} allows to pages of other origins (Fetch standard), and
 * refuses what such a page may not even begin: a request that changes something, which a browser
 * sends before it asks, and a socket, for which it never asks (RFC 6455, section 10.2).
 */
public class CorsFilter implements Filter {

  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, If-Range, Range,"
          + " traceparent, X-Api-Key, X-Lightpath-Request";
  private static final String ANSWER_HEADERS =
      "Content-Disposition, Content-Range, ETag, Idempotent-Replayed, Link, Location, RateLimit,"
          + " RateLimit-Policy, Retry-After, traceparent";
  private static final String MAX_AGE_SECONDS = "600";

  @Inject private CorsPolicy policy;
  @Inject private OwnPage own;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    String origin = http.getHeader("Origin");
    if (origin == null) {
      chain.doFilter(request, response);
      return;
    }
    answer.addHeader("Vary", "Origin");
    Optional<String> allowed = policy.allowed(origin);
    allowed.ifPresent(
        value -> {
          answer.setHeader("Access-Control-Allow-Origin", value);
          answer.setHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
          if (CorsPolicy.withCredentials(value)) {
            answer.setHeader("Access-Control-Allow-Credentials", "true");
          }
        });
    if (allowed.isEmpty() && begins(http) && !own.isOwn(http, origin)) {
      ServletProblem.send(
          answer,
          http,
          ErrorCode.FORBIDDEN,
          "pages of %s may not call this hub; lightpath.http.cors.origins names those that may"
              .formatted(Text.shortened(origin)));
    } else if (isPreflight(http) && allowed.isPresent()) {
      answer.setHeader("Access-Control-Allow-Methods", METHODS);
      answer.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
      answer.setHeader("Access-Control-Max-Age", MAX_AGE_SECONDS);
      answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean begins(HttpServletRequest http) {
    return isPreflight(http)
        || OwnPage.isWrite(http)
        || "websocket".equalsIgnoreCase(http.getHeader("Upgrade"));
  }

  private static boolean isPreflight(HttpServletRequest http) {
    return http.getMethod().equals("OPTIONS")
        && http.getHeader("Access-Control-Request-Method") != null;
  }
}
