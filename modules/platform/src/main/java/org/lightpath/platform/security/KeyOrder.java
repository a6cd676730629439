package org.lightpath.platform.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an API key shall be.
 *
 * @param name for people, 1 to 64 printable characters
 * @param grants what its bearer may be; at least one
 * @param expiresAt when it ends; empty: never by itself
 * @param createdBy subject of who asks for it
 */
public record KeyOrder(
    String name, Set<Grant> grants, Optional<Instant> expiresAt, String createdBy) {

  /** Copies the grants. */
  public KeyOrder {
    grants = Set.copyOf(grants);
  }
}
