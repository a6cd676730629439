package org.lightpath.platform.security;

import java.util.Optional;

/** The users that have a password here. */
public interface Users {

  /** The user of that name. */
  Optional<User> find(String name);

  /** Adds a user; CONFLICT if the name is taken. */
  void add(User user);

  /** How many there are. */
  long count();
}
