package org.lightpath.launcher.micro;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/**
 * What the server prints instead of logging it: each line becomes a record of the logger {@code
 * stdout}, so that the log keeps its form. Thread-safe.
 */
final class PrintedLines extends OutputStream {

  /** A longer line is cut into several. */
  private static final int MAX_BYTES = 8192;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  @Override
  public void write(int value) {
    String whole = add((byte) value);
    if (!whole.isBlank()) {
      // Asked for only now: the server must have set up its logging first.
      System.getLogger("stdout").log(Level.INFO, () -> whole);
    }
  }

  /** The line that ends here; empty within one. */
  private synchronized String add(byte value) {
    if (value != '\n') {
      line.write(value);
    }
    if (value != '\n' && line.size() < MAX_BYTES) {
      return "";
    }
    String whole = line.toString(StandardCharsets.UTF_8);
    line.reset();
    return whole;
  }
}
