package org.lightpath.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * An outside identity provider (OpenID Connect Core 1.0). It says who somebody is and to which
 * groups he belongs; what these groups may do here is the hub's configuration alone.
 */
final class OidcIssuer implements Issuer {

  /** What is revoked of a subject is remembered for as long. */
  private static final Duration LONGEST_LIFE = Duration.ofDays(31);

  private final OidcSettings settings;
  private final RemoteKeys keys;
  private final Predicate<String> isLocalUser;

  /**
   * The issuer of {@code settings}.
   *
   * @param isLocalUser whether a user of the hub itself has that name, which then is nobody else's
   */
  OidcIssuer(OidcSettings settings, RemoteKeys keys, Predicate<String> isLocalUser) {
    this.settings = settings;
    this.keys = keys;
    this.isLocalUser = isLocalUser;
  }

  @Override
  public String name() {
    return settings.issuer().orElseThrow();
  }

  @Override
  public String audience() {
    return settings.audience();
  }

  @Override
  public Set<JWSAlgorithm> algorithms() {
    return settings.algorithms();
  }

  @Override
  public Duration longestLife() {
    return LONGEST_LIFE;
  }

  @Override
  public Optional<PublicKey> key(JWSHeader header) {
    return header.getKeyID() == null
        ? Optional.empty()
        : keys.find(header.getKeyID(), header.getAlgorithm());
  }

  @Override
  public Caller caller(JWTClaimsSet claims) {
    String subject = claims.getSubject();
    if (Caller.isReserved(subject) || isLocalUser.test(subject)) {
      throw new LightpathException(
          ErrorCode.UNAUTHENTICATED,
          "the token does not hold: its subject '%s' is the name of somebody else here"
              .formatted(subject));
    }
    Set<Grant> grants = new HashSet<>();
    rolesIn(claims.getClaims()).forEach(role -> grants.addAll(settings.grantsOf(role)));
    return new Caller(subject, nameIn(claims), grants);
  }

  private static String nameIn(JWTClaimsSet claims) {
    for (String claim : List.of("name", "preferred_username")) {
      if (claims.getClaim(claim) instanceof String name && !name.isBlank()) {
        return name.length() <= 255 ? name : name.substring(0, 255);
      }
    }
    return claims.getSubject();
  }

  private List<String> rolesIn(Map<String, Object> claims) {
    Object found = claims;
    for (String step : steps(settings.rolesClaim())) {
      found = found instanceof Map<?, ?> object ? object.get(step) : null;
    }
    if (found instanceof Collection<?> many) {
      return many.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }
    return found instanceof String one ? List.of(one.split(" +")) : List.of();
  }

  /** RFC 6901, section 4: {@code ~1} is a slash, {@code ~0} a tilde. */
  private static List<String> steps(String claim) {
    if (!claim.startsWith("/")) {
      return List.of(claim);
    }
    return List.of(claim.substring(1).split("/", -1)).stream()
        .map(step -> step.replace("~1", "/").replace("~0", "~"))
        .toList();
  }
}
