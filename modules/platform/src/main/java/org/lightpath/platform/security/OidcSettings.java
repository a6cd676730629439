package org.lightpath.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * The outside identity provider: {@code lightpath.security.oidc.*}. A provider that is named only
 * by half stops the start. Thread-safe.
 */
@ApplicationScoped
public class OidcSettings {

  private static final String PREFIX = "lightpath.security.oidc.";
  private static final String ROLE = "role.";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<JWSAlgorithm> POSSIBLE = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  private Optional<String> issuer = Optional.empty();
  private String audience = "";
  private Set<JWSAlgorithm> algorithms = Set.of();
  private String rolesClaim = "";
  private final Map<String, Set<Grant>> roles = new HashMap<>();

  /** For the CDI proxy. */
  protected OidcSettings() {}

  /** Reads and checks the settings. */
  @Inject
  public OidcSettings(Config config) {
    this(below(config));
  }

  /** The settings in {@code values}, whose keys lack the prefix. */
  OidcSettings(Map<String, String> values) {
    issuer = Optional.ofNullable(values.get("issuer"));
    if (issuer.isPresent()) {
      checkAddress(issuer.get());
      audience = values.getOrDefault("audience", "");
      if (audience.isEmpty()) {
        throw new IllegalArgumentException(PREFIX + "audience is not set");
      }
      rolesClaim = values.getOrDefault("roles-claim", "groups");
      algorithms = algorithms(values.getOrDefault("algorithms", "RS256"));
      values.forEach(
          (key, value) -> {
            if (key.startsWith(ROLE)) {
              roles.put(key.substring(ROLE.length()), Grant.parseAll(value));
            }
          });
    }
  }

  private static Map<String, String> below(Config config) {
    Map<String, String> values = new HashMap<>();
    for (String key : config.getPropertyNames()) {
      if (key.startsWith(PREFIX)) {
        config
            .getOptionalValue(key, String.class)
            .ifPresent(value -> values.put(key.substring(PREFIX.length()), value));
      }
    }
    return values;
  }

  /** Keys over a line that others can read would be keys of anybody. */
  private static void checkAddress(String issuer) {
    URI address = URI.create(issuer);
    boolean loopback =
        "http".equals(address.getScheme())
            && address.getHost() != null
            && LOOPBACK.contains(address.getHost());
    if (!"https".equals(address.getScheme()) && !loopback) {
      throw new IllegalArgumentException(
          PREFIX + "issuer=%s is not https, nor http on this machine".formatted(issuer));
    }
  }

  private static Set<JWSAlgorithm> algorithms(String names) {
    Set<JWSAlgorithm> wanted =
        Arrays.stream(names.split(","))
            .map(name -> JWSAlgorithm.parse(name.strip()))
            .collect(Collectors.toUnmodifiableSet());
    if (!POSSIBLE.containsAll(wanted)) {
      throw new IllegalArgumentException(
          PREFIX + "algorithms=%s; known are RS256 and ES256".formatted(names));
    }
    return wanted;
  }

  /** Its address, as its tokens say it; empty: there is none. */
  Optional<String> issuer() {
    return issuer;
  }

  /** Whom its tokens are meant for if they are meant for the hub. */
  String audience() {
    return audience;
  }

  Set<JWSAlgorithm> algorithms() {
    return algorithms;
  }

  /** The claim with the roles: a name, or a JSON pointer (RFC 6901) into the claims. */
  String rolesClaim() {
    return rolesClaim;
  }

  /** What one of its roles gives here; one that is not named gives nothing. */
  Set<Grant> grantsOf(String role) {
    return roles.getOrDefault(role, Set.of());
  }
}
