package org.lightpath.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lightpath.launcher.hub.HubClient;
import org.lightpath.launcher.hub.UserAdmin;
import org.lightpath.launcher.lock.DataLock;
import org.lightpath.launcher.terminal.Arguments;
import org.lightpath.launcher.terminal.Console;
import org.lightpath.launcher.terminal.LaunchException;
import org.lightpath.launcher.terminal.PasswordPrompt;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.Ids;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Keys;
import org.lightpath.platform.security.Profile;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.security.Tokens;

/**
 * The command {@code user}. Whoever can read the signing key of a data directory is its admin: the
 * command signs itself a token of one minute and asks the hub that runs there.
 */
final class UserCommand {

  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final Pattern PORT = Pattern.compile("on port (\\d{1,5})$");

  private final Arguments arguments;
  private final Console console;

  UserCommand(Arguments arguments, Console console) {
    this.arguments = arguments;
    this.console = console;
  }

  int run() throws LaunchException, IOException, InterruptedException {
    String word = arguments.operands().get(0);
    if (word.equals("add") && arguments.option("role").isEmpty()) {
      throw new LaunchException(
          "A user needs a role.", "Add --role observer@saf, or another role and place.");
    }
    URI hub = URI.create("http://127.0.0.1:" + port());
    Path key = arguments.data().resolve("keys/signing.pkcs8");
    if (!Files.isReadable(key)) {
      throw new LaunchException(
          "Cannot read " + key + ".", "Run this command as the account that runs the hub.");
    }
    // Asked before the token is signed: people type slowly.
    String password = List.of("add", "password").contains(word) ? PasswordPrompt.ask(name()) : "";
    UserAdmin users = new UserAdmin(new HubClient(hub).with(token()));
    switch (word) {
      case "add" -> {
        users.add(name(), password, List.of(arguments.option("role").get().split(",")));
        console.result("Added " + name() + ".");
      }
      case "remove" -> {
        users.remove(name());
        console.result("Removed " + name() + "; every login has ended.");
      }
      case "password" -> {
        users.changePassword(name(), password);
        console.result("Changed the password of " + name() + "; every login has ended.");
      }
      default -> users.list().forEach(console::result);
    }
    return 0;
  }

  private String name() {
    return arguments.operands().get(1);
  }

  private String port() throws LaunchException, IOException {
    Optional<DataLock.Holder> holder = DataLock.holder(arguments.data());
    if (holder.isEmpty()) {
      throw new LaunchException(
          "No hub runs on " + arguments.data() + ".", "Start it, or name its folder with --data.");
    }
    Matcher told = PORT.matcher(holder.get().what());
    return arguments.option("port").orElse(told.find() ? told.group(1) : "8080");
  }

  private String token() {
    Clock clock = Clock.systemUTC();
    // The profile decides how keys are made; these are there.
    Keys keys = new Keys(new DataFolder(arguments.data().toString()), new Profile("development"));
    String subject = Caller.LAUNCHER_PREFIX + System.getProperty("user.name");
    return new Tokens(keys, clock, new Ids(clock), LIFE)
        .issue(Caller.everywhere(subject, subject, Role.ADMIN), "");
  }
}
