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
import org.lightpath.platform.security.Profile;

/**
 * In development the hub answers on the loopback address alone, whatever the server was told to
 * listen on: its users are those that the tutorial names. Comes before every filter that looks at
 * the request, by {@code web.xml}.
 */
public class LoopbackFilter implements Filter {

  @Inject private Profile profile;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    InetAddress here = InetAddress.getByName(request.getLocalAddr()); // a number: no look-up
    if (profile.isDevelopment() && !here.isLoopbackAddress()) {
      ServletProblem.send(
          (HttpServletResponse) response,
          (HttpServletRequest) request,
          ErrorCode.FORBIDDEN,
          "in the profile development the hub answers on the loopback address alone; for others"
              + " set lightpath.profile=production");
    } else {
      chain.doFilter(request, response);
    }
  }
}
