package org.lightpath.launcher.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * What the person at the terminal sees: progress with the seconds since the start, and at the end
 * the result. With {@code --json} progress goes to standard error, so that standard output holds
 * the result alone. Thread-safe.
 */
public final class Console {

  private final PrintStream progress;
  private final PrintStream result;
  private final InstantSource clock;
  private final Instant begin;

  /** Prints progress and results to the two streams. */
  public Console(PrintStream progress, PrintStream result, InstantSource clock) {
    this.progress = progress;
    this.result = result;
    this.clock = clock;
    this.begin = clock.instant();
  }

  /** One step of progress. */
  public void step(String message) {
    progress.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), message);
    progress.flush();
  }

  /** A line that belongs to the step before. */
  public void detail(String message) {
    progress.println("          " + message);
    progress.flush();
  }

  /** The result of the command. */
  public void result(String text) {
    result.println(text);
    result.flush();
  }

  /** Seconds since this console was made. */
  public double seconds() {
    return Duration.between(begin, clock.instant()).toMillis() / 1000.0;
  }
}
