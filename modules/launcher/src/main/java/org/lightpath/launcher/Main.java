package org.lightpath.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.lightpath.launcher.config.Installation;
import org.lightpath.launcher.doctor.Doctor;
import org.lightpath.launcher.terminal.Arguments;
import org.lightpath.launcher.terminal.Console;
import org.lightpath.launcher.terminal.LaunchException;
import org.lightpath.launcher.terminal.UsageException;

/** Entry of the {@code lightpath} command. */
public final class Main {

  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private Main() {}

  /** Runs one command and exits: 0 done, 1 failed, 2 not understood. */
  public static void main(String[] words) throws IOException, InterruptedException {
    System.exit(run(List.of(words), System.out, System.err));
  }

  static int run(List<String> words, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    Arguments arguments;
    try {
      arguments = Arguments.parse(words);
    } catch (UsageException e) {
      err.println("lightpath: " + e.getMessage());
      err.println("Try ./lightpath --help");
      return USAGE;
    }
    // With --json standard output holds the result alone.
    Console console = new Console(arguments.has("json") ? err : out, out, Clock.systemUTC());
    try {
      return run(arguments, console);
    } catch (LaunchException e) {
      err.println("lightpath: " + e.getMessage());
      e.remedy().ifPresent(err::println);
      return FAILED;
    }
  }

  private static int run(Arguments arguments, Console console)
      throws LaunchException, IOException, InterruptedException {
    Installation installation =
        new Installation(Path.of(System.getProperty("lightpath.home", "")).toAbsolutePath());
    return switch (arguments.command()) {
      case DEMO, UP -> new HubCommand(arguments, installation, console).run();
      case SERVER -> new ServerCommand(arguments, installation, console).run();
      case DOCTOR ->
          Doctor.of(
                  arguments, installation, Start.configDirectory(arguments, installation), console)
              .run();
      case PLUGIN -> new PluginCommand(arguments, installation, console).run();
      case USER -> new UserCommand(arguments, console).run();
      case AUDIT -> new AuditCommand(arguments, console).run();
      case HELP -> print(console, usage());
      case VERSION -> print(console, "lightpath " + version());
    };
  }

  private static int print(Console console, String text) {
    console.result(text);
    return 0;
  }

  static String usage() throws IOException {
    try (InputStream text = Main.class.getResourceAsStream("usage.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    }
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
