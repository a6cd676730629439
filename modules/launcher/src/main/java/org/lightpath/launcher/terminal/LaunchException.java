package org.lightpath.launcher.terminal;

import java.util.Optional;

/** A command cannot go on. The message is written for the person at the terminal: what and why. */
public final class LaunchException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  /** A failure without an obvious remedy. */
  public LaunchException(String message) {
    this(message, "");
  }

  /**
   * A failure and what to do about it.
   *
   * @param remedy one sentence in the imperative; empty if there is none
   */
  public LaunchException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** What to do about it. */
  public Optional<String> remedy() {
    return Optional.of(remedy).filter(it -> !it.isEmpty());
  }
}
