package org.lightpath.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lightpath.platform.Ids;

/** Signs the tokens of local users: RS256, claims of MicroProfile JWT 2.1. Thread-safe. */
@ApplicationScoped
public class Tokens {

  /** Who issues and who accepts them; META-INF/microprofile-config.properties holds the same. */
  static final String ISSUER = "lightpath";

  private Clock clock = Clock.systemUTC();
  private Ids ids;
  private Duration life = Duration.ZERO;
  private RSASSASigner signer;

  /** For the CDI proxy. */
  protected Tokens() {}

  /**
   * Tokens signed with the hub's key.
   *
   * @param life how long a token holds, {@code lightpath.security.token-life}
   */
  @Inject
  public Tokens(
      Keys keys,
      Clock clock,
      Ids ids,
      @ConfigProperty(name = "lightpath.security.token-life", defaultValue = "PT8H")
          Duration life) {
    this.clock = clock;
    this.ids = ids;
    this.life = life;
    this.signer = new RSASSASigner(keys.signingPair().getPrivate());
  }

  /** A token for {@code caller}. */
  public String issue(Caller caller) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(ISSUER)
            .subject(caller.subject())
            .claim("upn", caller.name())
            .claim("groups", List.copyOf(caller.roles().stream().map(Role::wireName).toList()))
            .jwtID(ids.next())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(life)))
            .build();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("the signing key cannot sign", e);
    }
    return token.serialize();
  }

  /** How long a token holds. */
  public Duration life() {
    return life;
  }
}
