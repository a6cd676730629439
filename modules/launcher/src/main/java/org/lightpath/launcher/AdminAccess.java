package org.lightpath.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lightpath.launcher.hub.HubClient;
import org.lightpath.launcher.lock.DataLock;
import org.lightpath.launcher.terminal.Arguments;
import org.lightpath.launcher.terminal.LaunchException;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.Ids;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Keys;
import org.lightpath.platform.security.Profile;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.security.Tokens;

/**
 * The way of a command to the hub that runs on a data directory. Whoever can read its signing key
 * is its admin: the command signs itself a token of one minute.
 */
final class AdminAccess {

  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final Pattern PORT = Pattern.compile("on port (\\d{1,5})$");

  private final Arguments arguments;
  private final URI hub;

  /** The way to the hub on {@code --data}; fails if none runs there or its key cannot be read. */
  AdminAccess(Arguments arguments) throws LaunchException, IOException {
    this.arguments = arguments;
    this.hub = URI.create("http://127.0.0.1:" + port());
    Path key = arguments.data().resolve("keys/signing.pkcs8");
    if (!Files.isReadable(key)) {
      throw new LaunchException(
          "Cannot read " + key + ".", "Run this command as the account that runs the hub.");
    }
  }

  /** The hub, asked as an admin from now on, for a minute. */
  HubClient begin() {
    Clock clock = Clock.systemUTC();
    // The profile decides how keys are made; these are there.
    Keys keys = new Keys(new DataFolder(arguments.data().toString()), new Profile("development"));
    String subject = Caller.LAUNCHER_PREFIX + System.getProperty("user.name");
    String token =
        new Tokens(keys, clock, new Ids(clock), LIFE)
            .issue(Caller.everywhere(subject, subject, Role.ADMIN), "");
    return new HubClient(hub).with(token);
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
}
