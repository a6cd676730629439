package org.lightpath.platform.security;

import java.time.Instant;
import java.util.Optional;

/** The logins that may be refreshed. Every method is one transaction. */
public interface RefreshStore {

  /** Adds a login; beyond {@code most} of one subject the oldest make room. */
  void add(RefreshFamily family, int most);

  /** The login of that id. */
  Optional<RefreshFamily> find(String id);

  /**
   * Puts {@code next} in the place of {@code presented}, in one statement: of two who present the
   * same, one succeeds.
   *
   * @return false if {@code presented} is not the newest of that login, or the login has ended
   */
  boolean turn(String id, String presented, String next, Instant now);

  /** Ends a login. */
  void drop(String id);

  /** Ends all logins of {@code subject}. */
  void dropAll(String subject);

  /** Deletes what has expired. */
  void dropExpired(Instant now);
}
