package org.lightpath.platform.idempotency;

import java.util.Optional;

/** The keys of the last day. Thread-safe; of many who claim one key at once, one has it. */
public interface IdempotencyKeys {

  /**
   * A request that came before under the same key.
   *
   * @param bodyDigest of its body
   * @param answer what it was answered; empty while it is under way, or if the hub stopped
   *     meanwhile
   */
  record Earlier(String bodyDigest, Optional<StoredAnswer> answer) {}

  /**
   * An answer as it can be given again.
   *
   * @param status 200 to 299
   * @param json the body
   */
  record StoredAnswer(int status, String json) {}

  /**
   * Claims {@code key} for a request with that body.
   *
   * @return empty if the key is the caller's now, who then says {@link #answered} or {@link
   *     #forget}; else the request that has it
   */
  Optional<Earlier> claim(String key, String bodyDigest);

  /** Keeps the answer for whoever comes with the key again. */
  void answered(String key, StoredAnswer answer);

  /** Frees a key whose request has done nothing. */
  void forget(String key);

  /** Removes keys beyond age and number, the oldest first; gives how many are left. */
  long purge();
}
