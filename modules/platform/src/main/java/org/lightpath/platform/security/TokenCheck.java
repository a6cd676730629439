package org.lightpath.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.Ids;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;

/**
 * Verifies a bearer token: a signed JWT (RFC 7519) of an issuer that the hub knows, by the rules of
 * RFC 8725. Every refusal is UNAUTHENTICATED and says why. Thread-safe.
 */
final class TokenCheck {

  static final int MAX_CHARACTERS = 8192;
  static final Duration LEEWAY = Duration.ofSeconds(60);
  private static final int MAX_SUBJECT = 255;

  private final Function<String, Optional<Issuer>> issuers;
  private final Clock clock;

  TokenCheck(Function<String, Optional<Issuer>> issuers, Clock clock) {
    this.issuers = issuers;
    this.clock = clock;
  }

  /** Who it says it is. */
  Identified verify(String compact) {
    if (compact.length() > MAX_CHARACTERS) {
      throw refused("it is longer than %d characters".formatted(MAX_CHARACTERS));
    }
    try {
      SignedJWT token = SignedJWT.parse(compact);
      JWTClaimsSet claims = token.getJWTClaimsSet();
      Issuer issuer = issuerOf(claims);
      checkHeader(token.getHeader(), issuer);
      checkSignature(token, issuer);
      checkClaims(claims, issuer);
      return identified(token, claims, issuer);
    } catch (ParseException | JOSEException e) {
      throw new LightpathException(ErrorCode.UNAUTHENTICATED, sentence("it is malformed"), e);
    }
  }

  private Issuer issuerOf(JWTClaimsSet claims) {
    String name = String.valueOf(claims.getIssuer());
    return issuers
        .apply(name)
        .orElseThrow(
            () -> refused("its issuer '%s' is not known here".formatted(Text.shortened(name))));
  }

  /** The token must not say with which key, from where, it wants to be believed. */
  private static void checkHeader(JWSHeader header, Issuer issuer) {
    if (!issuer.algorithms().contains(header.getAlgorithm())) {
      throw refused("algorithm %s is not accepted".formatted(header.getAlgorithm()));
    }
    boolean bringsItsKey =
        header.getJWK() != null
            || header.getJWKURL() != null
            || header.getX509CertURL() != null
            || header.getX509CertChain() != null;
    if (bringsItsKey || header.getCriticalParams() != null) {
      throw refused("its header must not hold jku, jwk, x5u, x5c or crit");
    }
  }

  private static void checkSignature(SignedJWT token, Issuer issuer) throws JOSEException {
    PublicKey key =
        issuer
            .key(token.getHeader())
            .orElseThrow(() -> refused("its issuer has no key of that kid"));
    if (!token.verify(verifier(key))) {
      throw refused("its signature is wrong");
    }
  }

  /** A verifier refuses what its key type cannot have signed. */
  private static JWSVerifier verifier(PublicKey key) throws JOSEException {
    if (key instanceof RSAPublicKey rsa) {
      return new RSASSAVerifier(rsa);
    }
    if (key instanceof ECPublicKey elliptic) {
      return new ECDSAVerifier(elliptic);
    }
    throw new JOSEException("a key of type " + key.getAlgorithm());
  }

  private void checkClaims(JWTClaimsSet claims, Issuer issuer) {
    Instant now = clock.instant();
    Instant late = now.plus(LEEWAY);
    if (!claims.getAudience().contains(issuer.audience())) {
      throw refused("it is meant for another audience");
    }
    if (claims.getExpirationTime() == null || !now.isBefore(endOf(claims))) {
      throw refused("it has expired");
    }
    if (Duration.between(late, endOf(claims)).compareTo(issuer.longestLife()) > 0) {
      throw refused("it would hold for longer than " + issuer.longestLife());
    }
    // What we issued we issued, even if our clock has been set back since.
    boolean early = !isOurs(issuer) && isAfter(claims.getIssueTime(), late);
    if (early || isAfter(claims.getNotBeforeTime(), late)) {
      throw refused("it does not hold yet");
    }
    String subject = claims.getSubject();
    if (subject == null || subject.isBlank() || subject.length() > MAX_SUBJECT) {
      throw refused("its subject is not a text of 1 to %d characters".formatted(MAX_SUBJECT));
    }
  }

  private static boolean isOurs(Issuer issuer) {
    return issuer instanceof HubIssuer;
  }

  private static boolean isAfter(Date claim, Instant limit) {
    return claim != null && claim.toInstant().isAfter(limit);
  }

  /** Clocks of issuer and hub may differ; our own token ends when it says so, give or take that. */
  private static Instant endOf(JWTClaimsSet claims) {
    return claims.getExpirationTime().toInstant().plus(LEEWAY);
  }

  private static Identified identified(SignedJWT token, JWTClaimsSet claims, Issuer issuer) {
    boolean ours = isOurs(issuer);
    Instant issued =
        claims.getIssueTime() == null ? Instant.EPOCH : claims.getIssueTime().toInstant();
    String serial = ours ? claims.getJWTID() : Ids.lowestAt(issued);
    String login = ours ? String.valueOf(claims.getClaim(Tokens.LOGIN)) : "";
    return new Identified(
        issuer.caller(claims), new Proof(idOf(token), login, serial, endOf(claims)));
  }

  /**
   * What is revoked when a token is. Made of what is signed: a signature can be written in more
   * than one way and still hold.
   */
  private static String idOf(SignedJWT token) {
    return Digest.hex(new String(token.getSigningInput(), StandardCharsets.US_ASCII));
  }

  private static LightpathException refused(String why) {
    return new LightpathException(ErrorCode.UNAUTHENTICATED, sentence(why));
  }

  private static String sentence(String why) {
    return "the token does not hold: " + why + "; get one with POST /api/token";
  }
}
