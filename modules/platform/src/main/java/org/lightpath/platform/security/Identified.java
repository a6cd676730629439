package org.lightpath.platform.security;

import java.security.Principal;
import java.time.Instant;
import java.util.Optional;

/** A caller and what proved it. The principal of requests and sockets. */
public record Identified(Caller caller, Proof proof) implements Principal {

  /** Somebody who has proved nothing. */
  public static final Identified NOBODY = new Identified(Caller.ANONYMOUS, Proof.NONE);

  /** Nobody known, who may wait until then to prove who he is. */
  public static Identified nobodyUntil(Instant end) {
    return new Identified(Caller.ANONYMOUS, new Proof("", "", "", end));
  }

  /**
   * When the proof ends by itself, as it says of itself; empty: never. The hub takes a token a
   * little longer, because clocks differ.
   */
  public Optional<Instant> end() {
    if (proof.expiresAt().equals(Instant.MAX)) {
      return Optional.empty();
    }
    boolean isToken = !proof.serial().isEmpty();
    return Optional.of(isToken ? proof.expiresAt().minus(TokenCheck.LEEWAY) : proof.expiresAt());
  }

  /** The caller's subject. */
  @Override
  public String getName() {
    return caller.subject();
  }
}
