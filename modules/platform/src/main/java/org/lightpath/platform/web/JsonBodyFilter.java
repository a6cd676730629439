package org.lightpath.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/**
 * Bodies are JSON whatever the Content-Type says, except the form of a login, uploads and binary:
 * clients of the original services send JSON without any, and curl calls it a form.
 */
@Provider
@PreMatching
public class JsonBodyFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
    boolean login = request.getUriInfo().getPath().matches("/?(api|store)/token(/.*)?");
    if (login && type == null) {
      request
          .getHeaders()
          .putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED);
    }
    if (!login && !keepsItsType(type == null ? "" : type.toLowerCase(Locale.ROOT))) {
      request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
  }

  private static boolean keepsItsType(String type) {
    return type.startsWith("multipart/") || type.startsWith(MediaType.APPLICATION_OCTET_STREAM);
  }
}
