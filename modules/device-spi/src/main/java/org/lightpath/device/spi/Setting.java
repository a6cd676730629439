package org.lightpath.device.spi;

/**
 * One setting of a driver, written {@code lightpath.site.<site>.device.<device>.<name>=<value>}.
 *
 * @param name lower case with dashes, the unit in it where there is one: {@code focal-length-mm}
 * @param required whether a device without it stops the hub's start
 * @param defaultValue what holds when it is absent; empty if there is nothing to assume
 * @param sensitive whether its value is a secret, never shown and never logged
 * @param meaning one sentence for the settings table: what it sets, its unit and range
 */
public record Setting(
    String name, boolean required, String defaultValue, boolean sensitive, String meaning) {

  /** A setting that every device must have. */
  public static Setting required(String name, String meaning) {
    return new Setting(name, true, "", false, meaning);
  }

  /** A setting that may be left out. */
  public static Setting optional(String name, String defaultValue, String meaning) {
    return new Setting(name, false, defaultValue, false, meaning);
  }

  /** A required secret. */
  public static Setting secret(String name, String meaning) {
    return new Setting(name, true, "", true, meaning);
  }
}
