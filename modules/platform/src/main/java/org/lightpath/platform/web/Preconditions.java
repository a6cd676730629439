package org.lightpath.platform.web;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/** What a request for a thing with a tag sets as its conditions (RFC 9110, section 13). */
public final class Preconditions {

  private Preconditions() {}

  /**
   * What is answered in place of the thing: 304 if the caller has it already ({@code
   * If-None-Match}), 412 if it is not the one he means ({@code If-Match}). Empty: send it.
   *
   * @param path of the request, for the problem
   * @throws LightpathException INVALID_ARGUMENT if one of these headers is no list of tags
   */
  public static Optional<Response> answer(Request request, EntityTag tag, String path) {
    Response.ResponseBuilder unmet;
    try {
      unmet = request.evaluatePreconditions(tag);
    } catch (ProcessingException e) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "If-Match or If-None-Match is neither * nor a list of tags such as \"a\", W/\"b\"",
          e);
    }
    if (unmet == null) {
      return Optional.empty();
    }
    Response answer = unmet.tag(tag).build();
    return Optional.of(
        answer.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()
            ? answer
            : Problems.answer(
                    "precondition-failed",
                    Response.Status.PRECONDITION_FAILED.getStatusCode(),
                    "it is not, or no longer, what If-Match asks for",
                    path)
                .tag(tag)
                .build());
  }
}
