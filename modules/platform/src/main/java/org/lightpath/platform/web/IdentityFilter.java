package org.lightpath.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.network.ClientAddress;
import org.lightpath.platform.security.Credentials;
import org.lightpath.platform.security.Identified;
import org.lightpath.platform.security.Identity;

/**
 * Says of every request and every handshake of a socket who makes it, before anything else looks at
 * it; a proof that does not hold is refused whatever the path, and a cookie that is none is taken
 * back with it. A token or key goes before a cookie. Its place among the filters stands in {@code
 * web.xml}.
 */
public class IdentityFilter implements Filter {

  /** Attribute of the request: who makes it. */
  static final String IDENTIFIED = Identified.class.getName();

  @Inject private Identity identity;
  @Inject private ClientAddress addresses;
  @Inject private SessionCookie cookie;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    Identified who;
    Optional<String> session = Optional.empty();
    try {
      Credentials carried = RequestCredentials.of(http, addresses.of(http));
      if (carried.isNothing()) { // the browser adds its cookie to whatever a script has set
        session = cookie.proofIn(http);
      }
      who =
          identity.identify(
              session.map(token -> Credentials.token(token, carried.address())).orElse(carried));
    } catch (LightpathException e) {
      if (session.isPresent() && e.code() == ErrorCode.UNAUTHENTICATED) {
        ((HttpServletResponse) response).addHeader("Set-Cookie", cookie.none());
      }
      ServletProblem.send((HttpServletResponse) response, http, e.code(), e.getMessage());
      return;
    }
    http.setAttribute(IDENTIFIED, who);
    chain.doFilter(new Known(http, who), response);
  }

  /** Sockets see the principal alone. */
  private static final class Known extends HttpServletRequestWrapper {

    private final Identified who;

    Known(HttpServletRequest request, Identified who) {
      super(request);
      this.who = who;
    }

    @Override
    public Principal getUserPrincipal() {
      return who;
    }
  }
}
