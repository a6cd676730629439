package org.lightpath.platform.preferences;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Preferences without a database. */
public final class InMemoryPreferences implements PreferenceStore {

  private final Map<String, String> rows = new TreeMap<>();

  @Override
  public Optional<String> find(String subject) {
    return Optional.ofNullable(rows.get(subject));
  }

  @Override
  public void put(String subject, String json) {
    rows.put(subject, json);
  }

  @Override
  public void drop(String subject) {
    rows.remove(subject);
  }

  @Override
  public long count() {
    return rows.size();
  }
}
