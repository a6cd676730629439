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
import java.io.UncheckedIOException;
import java.util.Map;
import org.lightpath.platform.web.Digests;

/**
 * Answers {@code /openapi} with the committed contract, byte for byte, and {@code /docs} with a
 * page that shows it. A filter, because the server puts a servlet of its own at {@code /openapi},
 * which reads OpenAPI 3.0 only and adds members.
 */
@WebFilter(
    urlPatterns = {"/openapi", "/openapi/*", "/docs", "/docs/*"},
    asyncSupported = true)
public class ContractFilter implements Filter {

  /** The page loads from the hub alone and runs no script but the two files below. */
  static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, Page> PAGES =
      Map.of(
          "/openapi", Page.of("/META-INF/lightpath.yaml", "application/yaml"),
          "/docs", Page.of("/META-INF/docs/docs.html", "text/html;charset=UTF-8"),
          "/docs/docs.js", Page.of("/META-INF/docs/docs.js", "text/javascript;charset=UTF-8"),
          "/docs/swagger-ui-bundle.js",
              Page.of("/META-INF/docs/swagger-ui-bundle.js", "text/javascript;charset=UTF-8"),
          "/docs/swagger-ui.css",
              Page.of("/META-INF/docs/swagger-ui.css", "text/css;charset=UTF-8"));

  /**
   * A file of the WAR, read once.
   *
   * @param tag a weak one: the same text goes out plain and compressed
   */
  private record Page(byte[] content, String type, String tag) {

    static Page of(String resource, String type) {
      try (InputStream file = ContractFilter.class.getResourceAsStream(resource)) {
        byte[] content = file.readAllBytes();
        return new Page(content, type, "W/\"" + Digests.shortSha256(content) + "\"");
      } catch (IOException e) {
        throw new UncheckedIOException("the WAR lacks " + resource, e);
      }
    }

    void writeTo(HttpServletResponse answer, String known) throws IOException {
      answer.setHeader("ETag", tag);
      answer.setHeader("Cache-Control", "no-cache");
      answer.setHeader("Content-Security-Policy", PAGE_POLICY);
      if (known != null && known.contains(tag)) {
        answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      } else {
        answer.setContentType(type);
        answer.getOutputStream().write(content);
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
    if (page == null && path.startsWith("/openapi/")) {
      // The server's own endpoint has more below it, with its name and version.
      answer.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (page == null) {
      chain.doFilter(request, response);
    } else if (!asked.getMethod().equals("GET") && !asked.getMethod().equals("HEAD")) {
      answer.setHeader("Allow", "GET, HEAD");
      answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      page.writeTo(answer, asked.getHeader("If-None-Match"));
    }
  }
}
