package org.lightpath.platform.telemetry.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lightpath.platform.telemetry.HubMetrics;
import org.lightpath.platform.telemetry.RouteMeter;
import org.lightpath.platform.telemetry.Work;

/**
 * Says which route a request has taken, before anybody can refuse it. A route is named by its
 * template, {@code /jobs/{ulid}}, so that there are never more series than routes.
 */
@Provider
@Priority(0)
public class RouteObserver implements ContainerRequestFilter {

  private final ConcurrentMap<Method, RouteMeter> meters = new ConcurrentHashMap<>();

  @Context private ResourceInfo route;
  @Inject private HubMetrics metrics;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = route.getResourceMethod();
    RouteMeter meter = meters.get(method);
    if (meter == null) {
      meter = meters.computeIfAbsent(method, m -> metrics.meter(verbOf(m), templateOf(m)));
    }
    request.setProperty(RequestObserver.METER, meter);
    UriInfo uri = request.getUriInfo();
    Work.present().ifPresent(work -> work.at(() -> siteIn(uri)));
  }

  private static String siteIn(UriInfo uri) {
    String inPath = uri.getPathParameters().getFirst("site");
    String named = inPath == null ? uri.getQueryParameters().getFirst("site") : inPath;
    return named == null ? "" : named;
  }

  static String verbOf(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return verb.value();
      }
    }
    return "any";
  }

  /** The paths of class and method, without the formats of their parameters. */
  public static String templateOf(Method method) {
    Path prefix = method.getDeclaringClass().getAnnotation(Path.class);
    Path rest = method.getAnnotation(Path.class);
    StringBuilder path = new StringBuilder("/");
    path.append(prefix == null ? "" : prefix.value());
    if (rest != null) {
      path.append('/').append(rest.value());
    }
    return withoutFormats(path.toString()).replaceAll("/{2,}", "/");
  }

  /** {@code {ulid: [0-9]{26}}} is {@code {ulid}}. */
  private static String withoutFormats(String template) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    boolean format = false;
    for (char c : template.toCharArray()) {
      depth += c == '{' ? 1 : 0;
      depth -= c == '}' ? 1 : 0;
      format = depth > 0 && (format || c == ':' || c == ' ');
      if (!format) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
