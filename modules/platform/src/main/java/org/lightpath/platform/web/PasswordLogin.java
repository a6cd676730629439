package org.lightpath.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.lightpath.platform.audit.CurrentActor;
import org.lightpath.platform.network.ClientAddress;
import org.lightpath.platform.security.Login;
import org.lightpath.platform.security.TokenService;
import org.lightpath.platform.security.TokenService.Issued;

/** Logs people in by name and password; the audit trail tells whom. Thread-safe. */
@ApplicationScoped
public class PasswordLogin {

  private TokenService tokens;
  private Login login;
  private CurrentActor actor;
  private ClientAddress addresses;

  /** For the CDI proxy. */
  protected PasswordLogin() {}

  /** Logins of the users that {@code login} knows. */
  @Inject
  public PasswordLogin(
      TokenService tokens, Login login, CurrentActor actor, ClientAddress addresses) {
    this.tokens = tokens;
    this.login = login;
    this.actor = actor;
    this.addresses = addresses;
  }

  /**
   * Tokens for whoever makes {@code request}; errors as {@link TokenService#forPassword}.
   *
   * @param request by {@code @Context}: when a late body has come, the container injects none
   */
  Issued tokens(String name, String password, HttpServletRequest request, Duration atMost) {
    // Whoever types his password into the field of the name must not read it in the audit trail.
    actor.concerns(login.known(name).isPresent() ? name : "(unknown user)", "");
    Issued issued = tokens.forPassword(name, password, addresses.of(request), atMost);
    actor.concerns(name, "");
    return issued;
  }
}
