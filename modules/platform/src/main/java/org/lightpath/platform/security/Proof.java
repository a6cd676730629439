package org.lightpath.platform.security;

import java.time.Instant;

/**
 * What proved who a caller is, as far as it matters afterwards: how it can end.
 *
 * @param id the token or the key, for revocation; empty: nothing that can be revoked
 * @param login the login that the token comes from, which ends it too; empty: none
 * @param serial orders the proofs of one subject as they were issued: a ULID
 * @param expiresAt when it ends by itself
 */
public record Proof(String id, String login, String serial, Instant expiresAt) {

  /** Nothing was proved, or nothing that can end: a network address. */
  public static final Proof NONE = new Proof("", "", "", Instant.MAX);
}
