package org.lightpath.platform.security;

import java.util.Set;

/**
 * Who makes a request, as the verified token says.
 *
 * @param subject unique id
 * @param name name for people
 * @param roles what the caller is
 */
public record Caller(String subject, String name, Set<Role> roles) {

  /** Copies the roles. */
  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Whether the caller is admin or has that role. */
  public boolean is(Role role) {
    return roles.contains(role) || roles.contains(Role.ADMIN);
  }
}
