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

/** Signs the tokens of local users: RS256, claims as MicroProfile JWT 2.1 has them. Thread-safe. */
@ApplicationScoped
public class Tokens {

  /** Claim: the roles that hold at every place. */
  static final String ROLES = "groups";

  /** Claim: the roles that hold at one place, {@code observer@saf}. */
  static final String GRANTS = "grants";

  /** Claim: the name for people. */
  static final String NAME = "upn";

  /** Claim: the login that the token comes from; its refreshed successors have the same. */
  static final String LOGIN = "sid";

  private Clock clock = Clock.systemUTC();
  private Ids ids;
  private Duration life = Duration.ZERO;
  private RSASSASigner signer;
  private String keyId = "";

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
    this.keyId = HubIssuer.keyIdOf(keys.signingPair().getPublic());
  }

  /**
   * The serial of a token that is about to be issued: whatever is revoked from now on ends it.
   * Taken before the user is read, it leaves no gap in which an old password or an old role could
   * slip through.
   */
  String nextSerial() {
    return ids.next();
  }

  /** A token for {@code caller} from now on; {@code login} as below. */
  public String issue(Caller caller, String login) {
    return issue(caller, login, nextSerial(), life);
  }

  /**
   * A token for {@code caller}.
   *
   * @param login id of the login that it comes from
   * @param serial of {@link #nextSerial}
   * @param itsLife how long it holds
   */
  String issue(Caller caller, String login, String serial, Duration itsLife) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(HubIssuer.NAME)
            .audience(HubIssuer.NAME)
            .subject(caller.subject())
            .claim(NAME, caller.name())
            .claim(ROLES, caller.roles().stream().map(Role::wireName).toList())
            .claim(GRANTS, placedGrantsOf(caller))
            .claim(LOGIN, login)
            .jwtID(serial)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(itsLife)))
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(keyId).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("the signing key cannot sign", e);
    }
    return token.serialize();
  }

  private static List<String> placedGrantsOf(Caller caller) {
    return caller.grants().stream()
        .filter(g -> g.place().isPresent())
        .map(Grant::toString)
        .sorted()
        .toList();
  }

  /** How long a token holds at most. */
  public Duration life() {
    return life;
  }
}
