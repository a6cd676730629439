package org.lightpath.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells browsers to guess no type, to load nothing from elsewhere, to show the hub in no frame, to
 * send its addresses nowhere, and to come back by TLS where TLS is. A page that needs more sets its
 * own policy.
 */
public class SecurityHeadersFilter implements Filter {

  static final String CONTENT_POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private static final String YEAR = "max-age=31536000";

  @Inject
  @ConfigProperty(name = "lightpath.public-url")
  private Optional<URI> publicUrl;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Content-Security-Policy", CONTENT_POLICY);
    answer.setHeader("Referrer-Policy", "no-referrer");
    if (request.isSecure() || publicUrl.map(URI::getScheme).filter("https"::equals).isPresent()) {
      answer.setHeader("Strict-Transport-Security", YEAR);
    }
    chain.doFilter(request, response);
  }
}
