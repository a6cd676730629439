package org.lightpath.platform.web;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.lightpath.platform.LightpathException;

/** Turns the one exception of our modules into its problem. */
@Provider
public class LightpathExceptionMapper implements ExceptionMapper<LightpathException> {

  @Context private UriInfo uri;

  @Override
  public Response toResponse(LightpathException e) {
    return Problems.answer(e, uri.getRequestUri().getPath());
  }
}
