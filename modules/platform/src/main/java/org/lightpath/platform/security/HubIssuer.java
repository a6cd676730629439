package org.lightpath.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.PublicKey;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The hub itself, as issuer of the tokens that {@link Tokens} signs. */
final class HubIssuer implements Issuer {

  /** Issues them and accepts them. */
  static final String NAME = "lightpath";

  private final PublicKey key;
  private final String keyId;

  HubIssuer(PublicKey key) {
    this.key = key;
    this.keyId = keyIdOf(key);
  }

  /** Names a key in the header {@code kid}: base64url of the SHA-256 of its encoding. */
  static String keyIdOf(PublicKey key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Digest.of(key.getEncoded()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String audience() {
    return NAME;
  }

  @Override
  public Set<JWSAlgorithm> algorithms() {
    return Set.of(JWSAlgorithm.RS256);
  }

  /** What we signed holds for as long as we said. */
  @Override
  public Duration longestLife() {
    return ChronoUnit.FOREVER.getDuration();
  }

  @Override
  public Optional<PublicKey> key(JWSHeader header) {
    return keyId.equals(header.getKeyID()) ? Optional.of(key) : Optional.empty();
  }

  @Override
  public Caller caller(JWTClaimsSet claims) {
    Set<Grant> grants = new HashSet<>();
    texts(claims, Tokens.ROLES).forEach(role -> grants.add(Grant.parse(role)));
    texts(claims, Tokens.GRANTS).forEach(grant -> grants.add(Grant.parse(grant)));
    return new Caller(claims.getSubject(), String.valueOf(claims.getClaim(Tokens.NAME)), grants);
  }

  /** We signed it: the claim is a list of texts. */
  private static List<String> texts(JWTClaimsSet claims, String name) {
    return ((List<?>) claims.getClaim(name)).stream().map(String::valueOf).toList();
  }
}
