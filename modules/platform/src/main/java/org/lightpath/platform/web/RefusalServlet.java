package org.lightpath.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import org.lightpath.platform.ErrorCode;

/**
 * The error page of the application: what the container refuses before JAX-RS sees it, a token that
 * does not hold above all, is a problem like every other. Where it fails itself, the log says why.
 */
@WebServlet(value = RefusalServlet.PATH, asyncSupported = true)
public class RefusalServlet extends HttpServlet {

  /** Named in web.xml; nobody asks for it directly. */
  static final String PATH = "/refusal";

  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    int code = status instanceof Integer given ? given : 404;
    boolean failed = code >= 500 && code != HttpServletResponse.SC_NOT_IMPLEMENTED;
    ServletProblem.send(
        response, failed ? failure(request, code, path) : refusal(code, String.valueOf(path)));
  }

  private static Response failure(HttpServletRequest request, int status, Object path) {
    Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Incident incident =
        Incident.logged(
            String.valueOf(path),
            "the server answers %d (%s)".formatted(status, message),
            (Throwable) thrown);
    return Problems.answer(
        ErrorCode.UNAVAILABLE,
        "the hub cannot answer now; try again in a few seconds; " + incident.hint(),
        String.valueOf(path));
  }

  private static Response refusal(int status, String path) {
    if (status == 401) {
      return Problems.answer(
          ErrorCode.UNAUTHENTICATED,
          "the token does not hold: it is malformed, expired or signed by somebody else; get one"
              + " with POST /api/token",
          path);
    }
    if (status == HttpServletResponse.SC_NOT_IMPLEMENTED) {
      // A servlet of the server's own, that of /health, does not know the method at all.
      return Problems.answer("method-not-allowed", 405, "nobody here knows that method", path)
          .header("Allow", "GET, HEAD")
          .build();
    }
    Response.Status known = Response.Status.fromStatusCode(status);
    String reason = known == null ? "refused" : known.getReasonPhrase();
    String slug = reason.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Problems.answer(slug, status, "the request was refused: " + reason, path).build();
  }
}
