package org.lightpath.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.Text;
import org.lightpath.platform.network.IpAddress;
import org.lightpath.platform.security.Profile;

/**
 * In development the hub answers on the loopback address alone, whatever the server was told to
 * listen on, and to the names of that address alone: its users are those that the tutorial names,
 * and a page of a foreign site could reach it by a name that suddenly means 127.0.0.1 (DNS
 * rebinding). Comes before every filter that looks at the request, by {@code web.xml}.
 */
public class LoopbackFilter implements Filter {

  private static final int MISDIRECTED = 421;

  @Inject private Profile profile;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    if (!profile.isDevelopment()) {
      chain.doFilter(request, response);
    } else if (!InetAddress.getByName(request.getLocalAddr()).isLoopbackAddress()) {
      // The name of the address is a number, so nobody was asked for it.
      ServletProblem.send(
          answer,
          http,
          ErrorCode.FORBIDDEN,
          "in the profile development the hub answers on the loopback address alone; for others"
              + " set lightpath.profile=production");
    } else {
      answerByName(http, answer, chain);
    }
  }

  private static void answerByName(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String host = request.getHeader("Host"); // HTTP/1.0 may have none; no browser speaks that
    if (host == null || isLoopback(host)) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Connection", "close"); // it leads to somebody else
    String detail =
        "in the profile development the hub is localhost, 127.0.0.1 or [::1], not '%s'; for other"
            + " names set lightpath.profile=production";
    ServletProblem.send(
        response,
        Problems.answer(
                "misdirected-request",
                MISDIRECTED,
                detail.formatted(Text.shortened(host)),
                request.getRequestURI())
            .build());
  }

  /** Whether a value of the header {@code Host} means this machine whatever a name server says. */
  static boolean isLoopback(String host) {
    String name = host.replaceFirst(":[0-9]{1,5}$", "");
    return name.equalsIgnoreCase("localhost")
        || IpAddress.parse(name.replaceFirst("^\\[(.*)]$", "$1"))
            .filter(InetAddress::isLoopbackAddress)
            .isPresent();
  }
}
