package org.lightpath.platform.web;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.lightpath.platform.ErrorCode;

/** Sends a problem from where no JAX-RS is: servlet filters. */
public final class ServletProblem {

  private static final Jsonb JSON = JsonbBuilder.create();

  private ServletProblem() {}

  /**
   * Answers the request with {@code code}'s problem. Its body, if it has one, has not been read, so
   * the connection is of no more use.
   */
  public static void send(
      HttpServletResponse response, HttpServletRequest request, ErrorCode code, String detail)
      throws IOException {
    if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
      response.setHeader("Connection", "close");
    }
    send(response, Problems.answer(code, detail, request.getRequestURI()));
  }

  static void send(HttpServletResponse response, Response problem) throws IOException {
    response.setStatus(problem.getStatus());
    problem.getStringHeaders().forEach((k, v) -> v.forEach(one -> response.setHeader(k, one)));
    byte[] body = JSON.toJson(problem.getEntity()).getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
