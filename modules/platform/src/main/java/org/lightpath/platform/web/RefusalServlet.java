package org.lightpath.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lightpath.platform.ErrorCode;

/**
 * The error page of the application: what the container refuses before JAX-RS sees it, a token that
 * does not hold above all, is a problem like every other.
 */
@WebServlet(RefusalServlet.PATH)
public class RefusalServlet extends HttpServlet {

  /** Named in web.xml; nobody asks for it directly. */
  static final String PATH = "/refusal";

  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    ErrorCode code = codeOf(status instanceof Integer s ? s : 404);
    String detail = detailOf(code, String.valueOf(path));
    ServletProblem.send(response, Problems.answer(code, detail, String.valueOf(path)));
  }

  private static ErrorCode codeOf(int status) {
    return switch (status) {
      case 401 -> ErrorCode.UNAUTHENTICATED;
      case 403 -> ErrorCode.FORBIDDEN;
      case 404 -> ErrorCode.NOT_FOUND;
      case 413 -> ErrorCode.TOO_LARGE;
      default -> status < 500 ? ErrorCode.INVALID_ARGUMENT : ErrorCode.UNAVAILABLE;
    };
  }

  private static String detailOf(ErrorCode code, String path) {
    return switch (code) {
      case UNAUTHENTICATED ->
          "the token does not hold: it is malformed, expired or signed by somebody else; get one with"
              + " POST /api/token";
      case NOT_FOUND -> "there is no route " + path;
      case UNAVAILABLE -> "the hub cannot answer now; try again in a few seconds";
      default -> "the request was refused";
    };
  }
}
