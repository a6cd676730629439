package org.lightpath.launcher.config;

import org.lightpath.platform.config.KnownKey;

/**
 * One key that has a value.
 *
 * @param key the key
 * @param value its value
 * @param origin where it comes from: a file, or {@code environment NAME}
 */
public record Setting(String key, String value, String origin) {

  /** The value as it may be shown: secrets are masked. */
  public String shown() {
    return KnownKey.shown(key, value);
  }
}
