package org.lightpath.sites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many may listen to the hub at once: in all, and under the name of one user, so that no
 * account takes the seats of all others. Without a token, in development, only the first bound
 * holds. Thread-safe.
 */
@ApplicationScoped
public class HubSeats {

  private final Map<String, Integer> takenByUser = new HashMap<>();
  private int maxSockets;
  private int maxSocketsPerUser;
  private int taken;

  /** For the CDI proxy. */
  protected HubSeats() {}

  /** As many seats as the settings say. */
  @Inject
  public HubSeats(
      @ConfigProperty(name = "lightpath.hub.max-sockets", defaultValue = "2000") int maxSockets,
      @ConfigProperty(name = "lightpath.hub.max-sockets-per-user", defaultValue = "200")
          int maxSocketsPerUser) {
    this.maxSockets = maxSockets;
    this.maxSocketsPerUser = maxSocketsPerUser;
  }

  /**
   * Takes a seat; {@link #giveBack} ends that.
   *
   * @param user who will listen, empty if nobody knows
   * @return empty if the seat is taken, otherwise why there is none
   */
  public synchronized Optional<String> take(Optional<String> user) {
    if (taken == maxSockets) {
      return Optional.of(
          "the hub has %d listeners, its limit; try again later".formatted(maxSockets));
    }
    if (user.isPresent() && takenByUser.getOrDefault(user.get(), 0) == maxSocketsPerUser) {
      return Optional.of(
          "you have %d listeners, the limit of a user; close one".formatted(maxSocketsPerUser));
    }
    taken++;
    user.ifPresent(name -> takenByUser.merge(name, 1, Integer::sum));
    return Optional.empty();
  }

  /** Gives back a seat that {@link #take} gave to that user. */
  public synchronized void giveBack(Optional<String> user) {
    taken--;
    user.ifPresent(name -> takenByUser.computeIfPresent(name, (n, seats) -> less(seats)));
  }

  /** Null forgets the user: names must not pile up. */
  private static Integer less(int seats) {
    return seats == 1 ? null : seats - 1;
  }
}
