package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * Answers "who is it" for HTTP and sockets alike, whatever form the proof has: bearer token, API
 * key, or the caller's network; without any of them, {@link Identified#NOBODY}. Thread-safe.
 */
@ApplicationScoped
public class Identity {

  private TokenCheck tokens;
  private Instance<MachineNetworks> machines;

  /** For the CDI proxy. */
  protected Identity() {}

  /** Knows the tokens that the hub signs itself. */
  @Inject
  public Identity(Keys keys, Clock clock, Instance<MachineNetworks> machines) {
    this.tokens = new TokenCheck(List.of(new HubIssuer(keys.signingPair().getPublic())), clock);
    this.machines = machines;
  }

  /**
   * Who carries these credentials.
   *
   * @throws LightpathException UNAUTHENTICATED if there is a proof and it does not hold: it never
   *     makes its bearer a nobody
   */
  public Identified identify(Credentials carried) {
    if (carried.token().isPresent()) {
      return tokens.verify(carried.token().get());
    }
    if (carried.key().isPresent()) {
      throw new LightpathException(ErrorCode.UNAUTHENTICATED, "the API key does not hold");
    }
    return machines.stream()
        .flatMap(known -> known.at(carried.address()).stream())
        .findFirst()
        .map(machine -> new Identified(machine, Proof.NONE))
        .orElse(Identified.NOBODY);
  }
}
