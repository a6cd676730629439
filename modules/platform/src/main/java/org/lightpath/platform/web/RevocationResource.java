package org.lightpath.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.security.TokenService;

/** Takes tokens back (RFC 7009). Within a second they hold nowhere, on open sockets neither. */
@Path("api/token/revoke")
@RequestScoped
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class RevocationResource {

  private static final int MAX_SUBJECT = 255;

  /** What was revoked. */
  public record RevocationView(String revoked) {}

  @Inject private TokenService tokens;
  @Inject private CurrentCaller caller;

  /** Ends the login of the token in the form, or without one that of the request's own token. */
  @POST
  @Open(value = "who has a token may end it", inProduction = true)
  public RevocationView revoke(@FormParam("token") String token) {
    if (token == null) {
      tokens.revoke(caller.identified());
    } else {
      tokens.revoke(token);
    }
    return new RevocationView("token");
  }

  /** Ends every token and every login of somebody. */
  @POST
  @Path("all")
  @Allowed(Role.ADMIN)
  public RevocationView revokeAll(@FormParam("subject") String subject) {
    if (subject == null || subject.isBlank() || subject.length() > MAX_SUBJECT) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "the form needs the field subject, 1 to %d characters".formatted(MAX_SUBJECT));
    }
    tokens.revokeAll(subject);
    return new RevocationView(subject);
  }
}
