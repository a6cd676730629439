package org.lightpath.platform.security;

import java.time.Instant;
import java.util.List;

/** The revocations that all hubs on one database share. Every method is one transaction. */
public interface RevocationStore {

  /** Adds one. */
  void add(Revocation revocation);

  /** Adds one of a whole subject, in place of those of its single proofs. */
  void replaceProofs(Revocation ofSubject);

  /** Those with {@code id} or a later one that have not expired, oldest first. */
  List<Revocation> since(String id, Instant now);

  /** How many single proofs of {@code subject} are revoked and have not expired. */
  long countProofs(String subject, Instant now);

  /** Deletes what has expired. */
  void dropExpired(Instant now);
}
