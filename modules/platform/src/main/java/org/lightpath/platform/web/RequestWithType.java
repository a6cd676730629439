package org.lightpath.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A request whose Content-Type is what the hub takes its body for: JSON whatever it says, except
 * the form of a login, uploads and binary. Clients of the original services send JSON without any
 * type, and curl calls it a form.
 */
class RequestWithType extends HttpServletRequestWrapper {

  private final String type;

  RequestWithType(HttpServletRequest request) {
    super(request);
    type = typeOf(request.getRequestURI(), request.getHeader(HttpHeaders.CONTENT_TYPE));
  }

  /** The type that a body with {@code given} type, which may be null, has at {@code path}. */
  static String typeOf(String path, String given) {
    String lower = given == null ? "" : given.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("multipart/") || lower.startsWith(MediaType.APPLICATION_OCTET_STREAM)) {
      return given;
    }
    if (path.matches("/(api|store)/token(/.*)?") && !lower.startsWith(MediaType.APPLICATION_JSON)) {
      return MediaType.APPLICATION_FORM_URLENCODED;
    }
    return MediaType.APPLICATION_JSON;
  }

  @Override
  public String getContentType() {
    return type;
  }

  @Override
  public String getHeader(String name) {
    return isType(name) ? type : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isType(name) ? Collections.enumeration(Set.of(type)) : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
    names.removeIf(RequestWithType::isType);
    names.add(HttpHeaders.CONTENT_TYPE);
    return Collections.enumeration(names);
  }

  private static boolean isType(String name) {
    return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name);
  }
}
