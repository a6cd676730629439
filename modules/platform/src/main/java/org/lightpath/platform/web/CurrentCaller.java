package org.lightpath.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Role;

/** Who makes this request, from the token that the server has verified. */
@RequestScoped
public class CurrentCaller {

  @Inject private JsonWebToken token;

  /** The caller; empty without a token. */
  public Optional<Caller> find() {
    if (token.getName() == null) {
      return Optional.empty();
    }
    Set<Role> roles =
        token.getGroups().stream()
            .flatMap(g -> Role.ofWireName(g).stream())
            .collect(Collectors.toSet());
    return Optional.of(new Caller(token.getSubject(), token.getName(), roles));
  }

  /** The caller; UNAUTHENTICATED without a token. */
  public Caller require() {
    return find()
        .orElseThrow(
            () ->
                new LightpathException(
                    ErrorCode.UNAUTHENTICATED,
                    "this needs a token: get one with POST /api/token and send it as"
                        + " Authorization: Bearer <token>"));
  }
}
