package org.lightpath.launcher.doctor;

/**
 * One thing that was looked at.
 *
 * @param text what was found
 * @param remedy what to do; empty if nothing is wrong
 */
public record Finding(String text, String remedy) {

  static Finding good(String text) {
    return new Finding(text, "");
  }

  static Finding bad(String text, String remedy) {
    return new Finding(text, remedy);
  }

  boolean isGood() {
    return remedy.isEmpty();
  }
}
