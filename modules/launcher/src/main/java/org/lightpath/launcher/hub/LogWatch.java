package org.lightpath.launcher.hub;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lightpath.launcher.terminal.Console;
import org.lightpath.launcher.terminal.LaunchException;

/**
 * Reads the server's log as it grows and finds the line that says why the application did not
 * start. The server itself stays up after such a failure and looks healthy.
 */
public final class LogWatch implements Readiness.Watch {

  private static final int MAX_READ = 1 << 20;
  private static final List<String> FAILURES =
      List.of(
          "Exception while deploying the app",
          "Exception while loading the app",
          "Exception while preparing the app",
          "Exception during lifecycle processing",
          "Failed to deploy",
          "failed to deploy",
          "is not a valid type of deployment archive");
  private static final String CAUSE = "Caused by: ";
  private static final Pattern EXCEPTION =
      Pattern.compile("[a-z]+(\\.[a-zA-Z0-9_$]+)+(Exception|Error): ");
  private static final int GRACE_LOOKS = 5;

  private static final String DEPLOYED = " was successfully deployed";

  private final Path log;
  private final Console console;
  private long read;
  private Optional<String> failure = Optional.empty();
  private String cause = "";
  private int looksSince;

  private LogWatch(Path log, Console console, long from) {
    this.log = log;
    this.console = console;
    this.read = from;
  }

  /**
   * Watches from the present end of the file on; the file need not be there yet.
   *
   * @param console hears what the server has deployed
   */
  public static LogWatch fromEndOf(Path log, Console console) throws IOException {
    return new LogWatch(log, console, Files.exists(log) ? Files.size(log) : 0);
  }

  /** Throws once the log has named a failure and has had some time to name its cause. */
  @Override
  public void check() throws LaunchException {
    news().lines().flatMap(LogWatch::linesIn).forEach(this::look);
    if (failure.isPresent() && ++looksSince > GRACE_LOOKS) {
      throw new LaunchException(
          "The application did not start: "
              + (cause.isEmpty() ? failure.get().strip() : cause.strip()),
          "The whole story is in " + log + ".");
    }
  }

  /** A line of the JSON log holds a whole stack trace, with its line ends as JSON writes them. */
  static Stream<String> linesIn(String line) {
    return line.startsWith("{")
        ? Stream.of(line.split("(?:\\\\[nrt])+|(?<!\\\\)\""))
        : Stream.of(line);
  }

  private void look(String line) {
    int deployed = line.indexOf(DEPLOYED);
    if (deployed >= 0 && failure.isEmpty()) { // the server says so of what has failed, too
      String name = line.substring(line.lastIndexOf(' ', deployed - 1) + 1, deployed);
      console.step("deployed " + name);
      cause = "";
    }
    if (failure.isEmpty() && FAILURES.stream().anyMatch(line::contains)) {
      failure = Optional.of(line);
    }
    int at = line.indexOf(CAUSE);
    if (at >= 0) {
      cause = line.substring(at + CAUSE.length()); // the last one is the root
    } else if (failure.isPresent() && cause.isEmpty() && EXCEPTION.matcher(line).lookingAt()) {
      cause = line;
    }
  }

  private String news() {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long size = file.length();
      if (size < read) {
        read = 0; // rotated
      }
      byte[] bytes = new byte[(int) Math.min(MAX_READ, size - read)];
      file.seek(read);
      file.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      int whole = text.lastIndexOf('\n') + 1;
      read += text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
      return text.substring(0, whole);
    } catch (IOException e) {
      return ""; // not there yet
    }
  }
}
