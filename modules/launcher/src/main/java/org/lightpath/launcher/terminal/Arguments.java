package org.lightpath.launcher.terminal;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A command line, read and checked.
 *
 * @param command what to do
 * @param operands the words that are no options, for example {@code list} after {@code plugin}
 * @param options the options that were given, by name without dashes; a switch has the value empty
 */
public record Arguments(Command command, List<String> operands, Map<String, String> options) {

  /** What the command can do. */
  public enum Command {
    /** Starts the hub with the twin site and takes one exposure. */
    DEMO("once", "json", "port", "data", "config", "heap"),
    /** Starts the hub. */
    UP("port", "data", "config", "heap"),
    /** Starts a Payara Server domain with the EAR. */
    SERVER("port", "admin-port", "https-port", "address", "tls", "data", "config", "heap"),
    /** Says what is wrong. */
    DOCTOR("port", "data", "config"),
    /** Adds, lists and removes plugins. */
    PLUGIN("data"),
    /** Adds, lists and removes users of the running hub, and changes their passwords. */
    USER("data", "port", "role"),
    /** Checks the audit trail of the running hub. */
    AUDIT("data", "port"),
    /** Prints the usage. */
    HELP,
    /** Prints the version. */
    VERSION;

    private final Set<String> allowed;

    Command(String... allowed) {
      this.allowed = Set.of(allowed);
    }
  }

  /** The one option with two values; the second is kept under a name that nobody can give. */
  private static final String TLS = "tls";

  private static final String TLS_KEY = "tls key";
  private static final Set<String> SWITCHES = Set.of("once", "json");

  /** May be given several times; the values are kept with commas between them. */
  private static final Set<String> REPEATABLE = Set.of("role");

  private static final Pattern HEAP = Pattern.compile("[1-9][0-9]{0,8}[kmgKMG]");

  /**
   * Reads the words after {@code lightpath}.
   *
   * @throws UsageException if a word is unknown, a value is missing or cannot be used
   */
  public static Arguments parse(List<String> words) throws UsageException {
    if (words.isEmpty() || words.contains("--help") || words.contains("-h")) {
      return new Arguments(Command.HELP, List.of(), Map.of());
    }
    if (words.get(0).equals("--version")) {
      return new Arguments(Command.VERSION, List.of(), Map.of());
    }
    Command command = command(words.get(0));
    Deque<String> rest = new ArrayDeque<>(words.subList(1, words.size()));
    List<String> operands = new ArrayList<>();
    Map<String, String> options = new TreeMap<>();
    while (!rest.isEmpty()) {
      String word = rest.pop();
      if (word.startsWith("--")) {
        readOption(command, word.substring(2), rest, options);
      } else {
        operands.add(word);
      }
    }
    Arguments arguments = new Arguments(command, List.copyOf(operands), Map.copyOf(options));
    arguments.checkOperands();
    return arguments;
  }

  private static Command command(String word) throws UsageException {
    try {
      return Command.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UsageException("unknown command '" + word + "'");
    }
  }

  private static void readOption(
      Command command, String word, Deque<String> rest, Map<String, String> options)
      throws UsageException {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (!command.allowed.contains(name)) {
      throw new UsageException(
          "%s has no option --%s".formatted(command.name().toLowerCase(Locale.ROOT), name));
    }
    if (SWITCHES.contains(name)) {
      if (equals >= 0) {
        throw new UsageException("--" + name + " takes no value");
      }
      options.put(name, "");
      return;
    }
    if (equals < 0 && rest.isEmpty()) {
      throw new UsageException("--" + name + " needs a value");
    }
    String value = equals < 0 ? rest.pop() : word.substring(equals + 1);
    checkValue(name, value);
    options.merge(name, value, (a, b) -> REPEATABLE.contains(name) ? a + "," + b : b);
    if (name.equals(TLS)) {
      if (rest.isEmpty() || rest.peek().startsWith("--")) {
        throw new UsageException("--tls needs two files, the certificate and its key");
      }
      options.put(TLS_KEY, rest.pop());
    }
  }

  private static void checkValue(String name, String value) throws UsageException {
    boolean port = Set.of("port", "admin-port", "https-port").contains(name);
    if (port && !(value.matches("[0-9]{1,5}") && inPortRange(Integer.parseInt(value)))) {
      throw new UsageException("--%s '%s' is no port from 1 to 65535".formatted(name, value));
    }
    if (name.equals("heap") && !HEAP.matcher(value).matches()) {
      throw new UsageException("--heap '%s' is no size such as 512m or 2g".formatted(value));
    }
    if (value.isEmpty()) {
      throw new UsageException("--" + name + " needs a value");
    }
  }

  private static boolean inPortRange(int port) {
    return port >= 1 && port <= 65535;
  }

  private void checkOperands() throws UsageException {
    boolean fits =
        switch (command) {
          case PLUGIN ->
              operands.equals(List.of("list"))
                  || (operands.size() == 2 && Set.of("add", "remove").contains(operands.get(0)));
          case USER -> fitsUser();
          case AUDIT -> operands.equals(List.of("verify"));
          case SERVER -> operands.isEmpty() || operands.equals(List.of("stop"));
          case DEMO, UP, DOCTOR, HELP, VERSION -> operands.isEmpty();
        };
    if (!fits) {
      throw new UsageException(
          "%s cannot be followed by '%s'"
              .formatted(command.name().toLowerCase(Locale.ROOT), String.join(" ", operands)));
    }
  }

  private boolean fitsUser() {
    return operands.equals(List.of("list"))
        || (operands.size() == 2 && Set.of("add", "remove", "password").contains(operands.get(0)));
  }

  /** Whether a switch was given. */
  public boolean has(String name) {
    return options.containsKey(name);
  }

  /** The value of an option. */
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /** Certificate and key of {@code --tls}, absolute; empty without it. */
  public List<Path> tls() {
    return options.containsKey(TLS)
        ? List.of(absolute(options.get(TLS)), absolute(options.get(TLS_KEY)))
        : List.of();
  }

  private static Path absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize();
  }

  /** The port of the hub's HTTP listener. */
  public int port() {
    return Integer.parseInt(options.getOrDefault("port", "8080"));
  }

  /** The data directory, absolute. */
  public Path data() {
    return absolute(options.getOrDefault("data", "data"));
  }
}
