package org.lightpath.platform.security;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of at most so many entries: the one that was not used for longest makes room. */
final class BoundedMap<V> extends LinkedHashMap<String, V> {

  private static final long serialVersionUID = 1;
  private final int capacity;

  BoundedMap(int capacity) {
    super(16, 0.75f, true);
    this.capacity = capacity;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
    return size() > capacity;
  }
}
