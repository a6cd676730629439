package org.lightpath.platform.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;

/**
 * Everything that is not ours: JAX-RS refusals, and faults, which show no internals. What cannot be
 * read of a body is no fault: {@link JsonBodyReader} has made it a problem before; JSON that fails
 * here failed while we wrote it.
 */
@Provider
public class AnyExceptionMapper implements ExceptionMapper<Throwable> {

  @Context private UriInfo uri;

  @Override
  public Response toResponse(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof LightpathException ours) {
        return Problems.answer(ours, path());
      }
    }
    if (thrown instanceof WebApplicationException refused) {
      return refusal(refused);
    }
    if (DatabaseFailure.isIn(thrown)) {
      Incident incident = Incident.logged(path(), "the database could not be used", thrown);
      return Problems.answer(
          ErrorCode.UNAVAILABLE,
          "the database could not be used; try again, and if that does not help, "
              + incident.hint(),
          path());
    }
    return incident(thrown);
  }

  private Response refusal(WebApplicationException refused) {
    int status = refused.getResponse().getStatus();
    if (status >= 500) {
      return incident(refused);
    }
    String reason = refused.getResponse().getStatusInfo().getReasonPhrase();
    String slug = reason.toLowerCase(Locale.ROOT).replace(' ', '-');
    Response.ResponseBuilder answer = Problems.of(slug, status, detailOf(status), path(), null);
    refused
        .getResponse()
        .getHeaders()
        .forEach(
            (k, v) ->
                v.forEach(
                    one -> {
                      if (!"Content-Type".equalsIgnoreCase(k)
                          && !"Content-Length".equalsIgnoreCase(k)) {
                        answer.header(k, one);
                      }
                    }));
    return answer.build();
  }

  private String detailOf(int status) {
    return switch (status) {
      case 404 -> "there is no route " + Text.shortened(path());
      case 405 -> "this route does not know that method; the header Allow lists those it knows";
      case 406 -> "this route cannot answer in any type that the header Accept asks for";
      case 415 -> "this route cannot read a body of that Content-Type";
      default -> "the request was refused";
    };
  }

  private Response incident(Throwable thrown) {
    return Incident.logged(path(), "not foreseen", thrown).answer();
  }

  private String path() {
    return uri.getRequestUri().getPath();
  }
}
