package org.lightpath.platform;

/** Text from outside, made fit to be shown in a message or written to a log line. */
public final class Text {

  private static final int SHOWN = 80;

  private Text() {}

  /**
   * At most 80 characters of it; control characters, which could forge a log line, as {@code ?}.
   */
  public static String shortened(String text) {
    return printable(text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
  }

  /** All of it, control characters as {@code ?}: they forge log lines, and databases refuse NUL. */
  public static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
