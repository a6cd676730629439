package org.lightpath.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which pages may call the hub from a browser: its own, at {@code lightpath.public-url}, and those
 * of {@code lightpath.http.cors.origins}. A named origin may send credentials; the word {@code *}
 * lets any page read what is open, and never with credentials.
 */
@ApplicationScoped
public class CorsPolicy {

  private static final String ANY = "*";

  /** Scheme, host and port as a browser writes them (RFC 6454, section 6.2). */
  private static final Pattern ORIGIN =
      Pattern.compile("https?://(?:[a-z0-9.-]+|\\[[0-9a-f:]+])(?::\\d{1,5})?");

  private Set<String> origins = Set.of();

  /** For the CDI proxy. */
  protected CorsPolicy() {}

  /** Refuses an origin that no browser would ever send. */
  @Inject
  public CorsPolicy(
      @ConfigProperty(name = "lightpath.http.cors.origins") Optional<String> origins,
      @ConfigProperty(name = "lightpath.public-url") Optional<URI> publicUrl) {
    this.origins =
        Stream.concat(
                origins.stream().flatMap(list -> Arrays.stream(list.split(",", -1))),
                publicUrl.stream().map(OwnPage::originOf))
            .map(String::strip)
            .collect(Collectors.toUnmodifiableSet());
    for (String origin : this.origins) {
      if (!origin.equals(ANY) && !ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "lightpath.http.cors.origins or lightpath.public-url: '%s' is neither * nor an origin like https://example.org"
                .formatted(origin));
      }
    }
  }

  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    // The container made this bean to call us: an origin that is none has now stopped the start.
  }

  /** The value of {@code Access-Control-Allow-Origin} for {@code origin}; empty: not allowed. */
  public Optional<String> allowed(String origin) {
    if (origins.contains(origin)) {
      return Optional.of(origin);
    }
    return origins.contains(ANY) ? Optional.of(ANY) : Optional.empty();
  }

  /** Whether an answer with that value may be read together with credentials. */
  public static boolean withCredentials(String allowed) {
    return !allowed.equals(ANY);
  }
}
