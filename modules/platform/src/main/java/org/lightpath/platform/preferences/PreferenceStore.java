package org.lightpath.platform.preferences;

import java.util.Optional;

/** The stored preferences. Every method is one transaction. */
public interface PreferenceStore {

  /** The JSON that {@code subject} has stored. */
  Optional<String> find(String subject);

  /** Stores {@code json} in place of what was there; of several at once, one is last. */
  void put(String subject, String json);

  /** Forgets what {@code subject} has stored. */
  void drop(String subject);

  /** How many have stored any. */
  long count();
}
