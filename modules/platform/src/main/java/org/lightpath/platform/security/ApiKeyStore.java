package org.lightpath.platform.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The API keys. Every method is one transaction. */
public interface ApiKeyStore {

  /** Adds a key. */
  void add(ApiKey key);

  /** The key of that id. */
  Optional<ApiKey> find(String id);

  /** At most {@code limit} keys whose ids come after {@code after}, by id: oldest first. */
  List<ApiKey> after(String after, int limit);

  /** How many there are, revoked ones too. */
  long count();

  /** Marks a key as revoked; false if there is none or it was. */
  boolean revoke(String id, Instant now);

  /** Notes when a key was last used. */
  void noteUse(String id, Instant at);
}
