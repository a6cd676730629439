package org.lightpath.platform.security;

import java.time.Instant;
import java.util.Set;

/**
 * What proved who a caller is, as far as it matters afterwards: how it can end.
 *
 * @param ids what can be revoked and then ends it: the token, the login that it comes from, the key
 * @param serial orders the proofs of one subject as they were issued: a ULID
 * @param expiresAt when it ends by itself
 */
public record Proof(Set<String> ids, String serial, Instant expiresAt) {

  /** Nothing was proved, or nothing that can end: a network address. */
  public static final Proof NONE = new Proof(Set.of(), "", Instant.MAX);
}
