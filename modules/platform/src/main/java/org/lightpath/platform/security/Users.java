package org.lightpath.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The users that have a password here. Every method is one transaction. */
public interface Users {

  /** The user of that name. */
  Optional<User> find(String name);

  /** Adds a user; CONFLICT if the name is taken. */
  void add(User user);

  /** At most {@code limit} users whose names come after {@code after}, by name. */
  List<User> after(String after, int limit);

  /** Replaces the hash of a password; NOT_FOUND if there is no such user. */
  void changePassword(String name, String passwordHash);

  /**
   * Replaces what a user may be; NOT_FOUND if there is no such user, CONFLICT if nobody would be
   * left who is admin everywhere.
   */
  User changeGrants(String name, Set<Grant> grants);

  /** Removes a user; NOT_FOUND and CONFLICT as {@link #changeGrants}. */
  void remove(String name);

  /** How many there are. */
  long count();
}
