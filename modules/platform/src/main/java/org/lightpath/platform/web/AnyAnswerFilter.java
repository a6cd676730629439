package org.lightpath.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Gives the answer itself to a caller that says it accepts problems alone. Clients generated for
 * Python say so of every route whose answer is text: they name the one JSON type that they find.
 */
@Provider
@PreMatching
public class AnyAnswerFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    String accept = request.getHeaderString(HttpHeaders.ACCEPT);
    if (accept != null && accept.strip().equalsIgnoreCase(Problems.MEDIA_TYPE)) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
    }
  }
}
