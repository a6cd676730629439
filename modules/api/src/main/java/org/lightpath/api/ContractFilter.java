package org.lightpath.api;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Answers {@code /openapi} with the committed contract, byte for byte, and {@code /docs} with a
 * page that shows it. A filter, because the server puts a servlet of its own at {@code /openapi},
 * which reads OpenAPI 3.0 only and adds members.
 */
@WebFilter(
    urlPatterns = {"/openapi", "/openapi/", "/docs", "/docs/*"},
    asyncSupported = true)
public class ContractFilter implements Filter {

  /** The page loads from the hub alone and runs no script but the two files below. */
  static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, Page> PAGES =
      Map.of(
          "/openapi", new Page("/META-INF/lightpath.yaml", "application/yaml"),
          "/docs", new Page("/META-INF/docs/docs.html", "text/html;charset=UTF-8"),
          "/docs/docs.js", new Page("/META-INF/docs/docs.js", "text/javascript;charset=UTF-8"),
          "/docs/swagger-ui-bundle.js",
              new Page("/META-INF/docs/swagger-ui-bundle.js", "text/javascript;charset=UTF-8"),
          "/docs/swagger-ui.css",
              new Page("/META-INF/docs/swagger-ui.css", "text/css;charset=UTF-8"));

  private record Page(String resource, String type) {

    void writeTo(HttpServletResponse answer) throws IOException {
      try (InputStream content = ContractFilter.class.getResourceAsStream(resource)) {
        answer.setContentType(type);
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Content-Security-Policy", PAGE_POLICY);
        content.transferTo(answer.getOutputStream());
      }
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    String path = asked.getRequestURI().substring(asked.getContextPath().length());
    Page page = PAGES.get(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    if (page == null) {
      chain.doFilter(request, response);
    } else if (!asked.getMethod().equals("GET") && !asked.getMethod().equals("HEAD")) {
      answer.setHeader("Allow", "GET, HEAD");
      answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      page.writeTo(answer);
    }
  }
}
