package org.lightpath.launcher.terminal;

/** The command line cannot be understood; the message says which word and why. */
public final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  /** A message that names the word. */
  public UsageException(String message) {
    super(message);
  }
}
