package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whose tokens the hub accepts: its own, and those of one outside provider. Thread-safe. */
@ApplicationScoped
public class Issuers {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private List<Issuer> known = List.of();

  /** For the CDI proxy. */
  protected Issuers() {}

  /** The hub itself, and the provider that {@code outside} names. */
  @Inject
  public Issuers(Keys keys, OidcSettings outside, Users users, Clock clock) {
    List<Issuer> issuers = new ArrayList<>();
    issuers.add(new HubIssuer(keys.signingPair().getPublic()));
    outside
        .issuer()
        .map(
            name ->
                new OidcIssuer(
                    outside,
                    new RemoteKeys(name, clock, PATIENCE),
                    subject -> users.find(subject).isPresent()))
        .ifPresent(issuers::add);
    known = List.copyOf(issuers);
  }

  /** The issuer of that name. */
  Optional<Issuer> find(String name) {
    return known.stream().filter(issuer -> issuer.name().equals(name)).findFirst();
  }
}
