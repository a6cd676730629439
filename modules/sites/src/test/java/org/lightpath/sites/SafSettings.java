package org.lightpath.sites;

import java.util.HashMap;
import java.util.Map;

/**
 * The settings of a site with everything that it needs, and what a test changes.
 *
 * @param values by key
 */
record SafSettings(Map<String, String> values) {

  static SafSettings saf() {
    return new SafSettings(new HashMap<>())
        .with("latitude-degrees", "35.554389")
        .with("longitude-degrees", "-105.870028")
        .with("elevation-metres", "2194")
        .with("time-zone", "America/Denver");
  }

  /** With {@code lightpath.site.saf.<name>}. */
  SafSettings with(String name, String value) {
    return withKey("lightpath.site.saf." + name, value);
  }

  SafSettings withKey(String key, String value) {
    values.put(key, value);
    return this;
  }

  SafSettings without(String name) {
    values.remove("lightpath.site.saf." + name);
    return this;
  }
}
