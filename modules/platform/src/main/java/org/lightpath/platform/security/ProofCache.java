package org.lightpath.platform.security;

import java.util.Map;
import java.util.Optional;

/**
 * The proofs that were verified lately, so that a proof costs its RSA or its look into the database
 * once and not with every request. Holds a hash of each, never the proof; the one that was not used
 * for longest makes room. Thread-safe.
 *
 * <p>A revocation empties it, and what was verified before is not kept after: each call names the
 * generation, which is the number of revocations that were known when verification began.
 */
final class ProofCache {

  private final Map<String, Identified> known;
  private long generation;

  ProofCache(int capacity) {
    known = new BoundedMap<>(capacity);
  }

  Optional<Identified> find(String hash, long now) {
    synchronized (known) {
      turnTo(now);
      return Optional.ofNullable(known.get(hash));
    }
  }

  void keep(String hash, Identified who, long begun) {
    synchronized (known) {
      if (begun == generation) {
        known.put(hash, who);
      }
    }
  }

  private void turnTo(long now) {
    if (now > generation) {
      generation = now;
      known.clear();
    }
  }

  int size() {
    synchronized (known) {
      return known.size();
    }
  }
}
