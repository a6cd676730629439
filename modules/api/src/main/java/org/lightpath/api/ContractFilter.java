package org.lightpath.api;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * Answers {@code /openapi} with the committed contract, byte for byte. A filter, because the server
 * puts a servlet of its own there, which reads OpenAPI 3.0 only and adds members.
 */
@WebFilter({"/openapi", "/openapi/"})
public class ContractFilter implements Filter {

  private static final String CONTRACT = "/META-INF/lightpath.yaml";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException {
    HttpServletResponse answer = (HttpServletResponse) response;
    String method = ((HttpServletRequest) request).getMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      answer.setHeader("Allow", "GET, HEAD");
      answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    try (InputStream contract = ContractFilter.class.getResourceAsStream(CONTRACT)) {
      answer.setContentType("application/yaml");
      contract.transferTo(answer.getOutputStream());
    }
  }
}
