package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * Answers "who is it" for HTTP and sockets alike, whatever form the proof has: bearer token, API
 * key, or the caller's network; without any of them, {@link Identified#NOBODY}. Thread-safe.
 */
@ApplicationScoped
public class Identity {

  private TokenCheck tokens;
  private ApiKeys keys;
  private Revocations revocations;
  private Supplier<Stream<MachineNetworks>> machines = Stream::empty;
  private Clock clock = Clock.systemUTC();
  private ProofCache verified = new ProofCache(0);

  /** For the CDI proxy. */
  protected Identity() {}

  /**
   * Knows the tokens of {@code issuers} and the hub's API keys.
   *
   * @param capacity how many verified proofs are remembered
   */
  @Inject
  public Identity(
      Issuers issuers,
      ApiKeys keys,
      Revocations revocations,
      Instance<MachineNetworks> machines,
      Clock clock,
      @ConfigProperty(name = "lightpath.security.verified-proofs", defaultValue = "10000")
          int capacity) {
    this(issuers::find, keys, revocations, machines::stream, clock, capacity);
  }

  /** The same without a container. */
  Identity(
      Function<String, Optional<Issuer>> issuers,
      ApiKeys keys,
      Revocations revocations,
      Supplier<Stream<MachineNetworks>> machines,
      Clock clock,
      int capacity) {
    this.tokens = new TokenCheck(issuers, clock);
    this.keys = keys;
    this.revocations = revocations;
    this.machines = machines;
    this.clock = clock;
    this.verified = new ProofCache(capacity);
  }

  /**
   * Who carries these credentials.
   *
   * @throws LightpathException UNAUTHENTICATED if there is a proof and it does not hold: it never
   *     makes its bearer a nobody; UNAVAILABLE if the issuer of the token cannot be asked
   */
  public Identified identify(Credentials carried) {
    if (carried.token().isPresent()) {
      return ofToken(carried.token().get());
    }
    if (carried.key().isPresent()) {
      Identified machine = proven(carried.key().get(), keys::verify);
      keys.use(machine);
      return machine;
    }
    return machines
        .get()
        .flatMap(known -> known.at(carried.address()).stream())
        .findFirst()
        .map(machine -> new Identified(machine, Proof.NONE))
        .orElse(Identified.NOBODY);
  }

  /** Who bears that token, wherever it came from; errors as {@link #identify}. */
  public Identified ofToken(String token) {
    return proven(token, tokens::verify);
  }

  private Identified proven(String presented, Function<String, Identified> verify) {
    String hash = Digest.hex(presented);
    long begun = revocations.generation();
    Optional<Identified> known = verified.find(hash, begun);
    Identified who = known.orElseGet(() -> verify.apply(presented));
    Optional<String> end = endOf(who);
    if (end.isPresent()) {
      throw new LightpathException(ErrorCode.UNAUTHENTICATED, end.get());
    }
    if (known.isEmpty()) {
      verified.keep(hash, who, begun);
    }
    return who;
  }

  /** Why what was proved once holds no more; empty while it holds. */
  public Optional<String> endOf(Identified who) {
    if (!clock.instant().isBefore(who.proof().expiresAt())) {
      return Optional.of(
          who.caller().isAnonymous()
              ? "no proof of identity came in time"
              : "the proof of identity does not hold: it has expired");
    }
    return revocations.isRevoked(who)
        ? Optional.of("the proof of identity does not hold: it was revoked")
        : Optional.empty();
  }
}
