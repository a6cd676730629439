package org.lightpath.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.Ids;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Login;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Tokens;

/** Tokens for name and password, in the OAuth 2 password form (RFC 6749 section 4.3). */
@Path("{prefix: api|store}/token")
@RequestScoped
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {

  /** The answer to a good password. */
  public record TokenView(
      @JsonbProperty("access_token") String accessToken,
      @JsonbProperty("token_type") String tokenType,
      @JsonbProperty("expires_in") long expiresInSeconds) {}

  @Inject private Login login;
  @Inject private Tokens tokens;
  @Inject private Ids ids;

  /** A token; the same under the prefix of the archive and that of the data store. */
  @POST
  @Open(value = "it is where a caller proves who he is", inProduction = true)
  public TokenView token(
      @FormParam("username") String name, @FormParam("password") String password) {
    if (name == null || password == null) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT, "the form needs the fields username and password");
    }
    Caller caller =
        login
            .check(name, password)
            .orElseThrow(
                () ->
                    new LightpathException(
                        ErrorCode.UNAUTHENTICATED, "Incorrect username or password"));
    return new TokenView(tokens.issue(caller, ids.next()), "bearer", tokens.life().toSeconds());
  }
}
