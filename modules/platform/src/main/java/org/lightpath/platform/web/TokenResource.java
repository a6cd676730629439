package org.lightpath.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.TokenService;
import org.lightpath.platform.security.TokenService.Issued;

/** Gives tokens, by the password form and the refresh form of OAuth 2 (RFC 6749, 4.3 and 6). */
@Path("{prefix: api|store}/token")
@RequestScoped
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {

  private static final String REFRESH = "refresh_token";

  /** The answer to a good password or refresh token. */
  public record TokenView(
      @JsonbProperty("access_token") String accessToken,
      @JsonbProperty("token_type") String tokenType,
      @JsonbProperty("expires_in") long expiresInSeconds,
      @JsonbProperty("refresh_token") String refreshToken,
      @JsonbProperty("refresh_expires_in") long refreshExpiresInSeconds) {

    static TokenView of(Issued issued) {
      return new TokenView(
          issued.accessToken(),
          "bearer",
          issued.life().toSeconds(),
          issued.refreshToken(),
          issued.refreshLife().toSeconds());
    }
  }

  @Inject private TokenService tokens;
  @Inject private PasswordLogin login;
  @Context private HttpServletRequest connection;

  /**
   * A token; the same under the prefix of the archive and that of the data store. Without {@code
   * grant_type} the form is that of a password, as clients of the original send it.
   */
  @POST
  @Open(value = "it is where a caller proves who he is", inProduction = true)
  public TokenView token(
      @FormParam("grant_type") String grantType,
      @FormParam("username") String name,
      @FormParam("password") String password,
      @FormParam(REFRESH) String refreshToken) {
    if (REFRESH.equals(grantType)) {
      return TokenView.of(tokens.forRefresh(needed(REFRESH, refreshToken)));
    }
    if (name == null || password == null) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT, "the form needs the fields username and password");
    }
    return TokenView.of(login.tokens(name, password, connection, tokens.life()));
  }

  private static String needed(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new LightpathException(ErrorCode.INVALID_ARGUMENT, "the form needs the field " + field);
    }
    return value;
  }
}
