package org.lightpath.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.Identified;
import org.lightpath.platform.security.Identity;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.TokenService;
import org.lightpath.platform.security.TokenService.Issued;

/**
 * Sessions of browsers: logins whose token is in a cookie, and in no answer that a script can read.
 * Each demands what {@link OwnPage} demands of a write by cookie, also the one that has none yet:
 * nobody is logged in by a foreign page.
 */
@Path("api/session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

  /** A session that has begun or goes on. */
  public record SessionView(String subject, @JsonbProperty("expires_at") long expiresAtMillis) {}

  @Inject private PasswordLogin login;
  @Inject private TokenService tokens;
  @Inject private Identity identity;
  @Inject private SessionCookie cookie;
  @Inject private OwnPage own;
  @Inject private Clock clock;
  @Context private HttpServletRequest http;

  @Inject
  @ConfigProperty(name = "lightpath.security.session-life", defaultValue = "PT1H")
  private Duration life;

  /** Whether the request begins a session. */
  static boolean begins(HttpServletRequest http) {
    return http.getMethod().equals("POST")
        && http.getRequestURI()
            .replaceFirst("/$", "")
            .equals(http.getContextPath() + "/api/session");
  }

  /** A new session for a name and its password. */
  @POST
  @Open(value = "it is where a browser's user proves who he is", inProduction = true)
  public Response begin(@HeaderParam(OwnPage.MARK) String mark, JsonObject body) {
    own.demand(http, mark);
    String name = needed(body, "username");
    return answer(name, login.tokens(name, needed(body, "password"), http, life));
  }

  /** The session goes on, with the roles that its user has by now. */
  @POST
  @Path("refresh")
  @Open(value = "the cookie is the proof", inProduction = true)
  public Response refresh(@HeaderParam(OwnPage.MARK) String mark) {
    own.demand(http, mark);
    Identified who = identity.ofToken(token());
    return answer(who.getName(), tokens.forLogin(who, life));
  }

  /** Ends the session, on open sockets within a second. */
  @DELETE
  @Open(value = "the cookie is the proof", inProduction = true)
  public Response end(@HeaderParam(OwnPage.MARK) String mark) {
    own.demand(http, mark);
    tokens.revoke(token());
    return Response.noContent().header("Set-Cookie", cookie.none()).build();
  }

  private static String needed(JsonObject body, String member) {
    String text = AccountBody.text(body, member);
    if (text.isEmpty()) {
      throw new LightpathException(ErrorCode.INVALID_ARGUMENT, "'%s' is empty".formatted(member));
    }
    return text;
  }

  private String token() {
    return cookie
        .tokenIn(http)
        .orElseThrow(
            () ->
                new LightpathException(
                    ErrorCode.UNAUTHENTICATED,
                    "there is no session cookie; begin a session with POST /api/session"));
  }

  private Response answer(String subject, Issued issued) {
    long end = clock.instant().plus(issued.life()).toEpochMilli();
    return Response.ok(new SessionView(subject, end))
        .header("Set-Cookie", cookie.with(issued.accessToken(), issued.life()))
        .header("Cache-Control", "no-store")
        .build();
  }
}
