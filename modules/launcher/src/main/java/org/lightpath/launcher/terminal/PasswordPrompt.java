package org.lightpath.launcher.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Asks for a password: twice and without echo at a terminal, else as the first line of standard
 * input. Never a word of the command line, which every process of the machine can read.
 */
public final class PasswordPrompt {

  /** Of a hub's passwords none is longer, in UTF-8. */
  private static final int MAX_BYTES = 1024;

  private PasswordPrompt() {}

  /** A new password for {@code name}. */
  public static String ask(String name) throws LaunchException, IOException {
    java.io.Console terminal = System.console();
    if (terminal != null) {
      char[] first = terminal.readPassword("New password of %s: ", name);
      char[] second = terminal.readPassword("The same again: ");
      if (first == null || second == null || !Arrays.equals(first, second)) {
        throw new LaunchException("The two are not the same; nothing was changed.");
      }
      return new String(first);
    }
    if (Boolean.getBoolean("lightpath.stdin.terminal")) {
      throw new LaunchException(
          "The password would be seen: standard output is no terminal.",
          "Do not redirect it, or give the password on standard input.");
    }
    return firstLine(System.in);
  }

  /** Up to the first line break, or the end. */
  static String firstLine(InputStream in) throws LaunchException, IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.write(c);
      if (line.size() > MAX_BYTES) {
        throw new LaunchException(
            "The first line of standard input has more than %d bytes; that is no password."
                .formatted(MAX_BYTES));
      }
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
