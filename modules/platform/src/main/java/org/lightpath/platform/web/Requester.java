package org.lightpath.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.lightpath.platform.network.ClientAddress;
import org.lightpath.platform.security.Caller;

/** Under which name a request counts: the caller's, or the address's of one who has not said. */
@ApplicationScoped
public class Requester {

  @Inject private CurrentCaller current;
  @Inject private ClientAddress addresses;

  /** {@code caller:<subject>} or {@code address:<ip>}. */
  String nameOf(HttpServletRequest request) {
    Caller caller = current.get();
    return caller.isAnonymous()
        ? "address:" + addresses.of(request).getHostAddress()
        : "caller:" + caller.subject();
  }
}
