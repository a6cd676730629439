package org.lightpath.broker;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the broker is: in this process, with its journal in {@code directory}, or remote, at {@code
 * url}. Exactly one of the two is there.
 *
 * <p>The server starts the adapter before the application, so these settings come from system
 * properties only.
 *
 * @param directory home of the embedded broker's journal, absolute
 * @param acceptor loopback address on which the embedded broker also takes programs outside this
 *     process, for example {@code tcp://127.0.0.1:61616}
 * @param url the remote broker, for example {@code tcp://broker.example.org:61616}
 * @param user name at the remote broker, empty if it asks for none
 * @param password password at the remote broker, empty if it asks for none
 */
public record BrokerSettings(
    Optional<Path> directory,
    Optional<String> acceptor,
    Optional<String> url,
    String user,
    String password) {

  /** Directory of all data of this installation; required with the embedded broker, absolute. */
  public static final String DATA_DIR = "lightpath.data.dir";

  /** Address of a remote broker; without it the broker is embedded. */
  public static final String URL = "lightpath.broker.url";

  /** User name at the remote broker. */
  public static final String USER = "lightpath.broker.user";

  /** Password at the remote broker. */
  public static final String PASSWORD = "lightpath.broker.password";

  /** Extra loopback address of the embedded broker. */
  public static final String ACCEPTOR = "lightpath.broker.acceptor";

  /**
   * Reads them.
   *
   * @param properties the value of a key, null if it is not set
   * @throws IllegalArgumentException if one is missing or cannot be used; the message names it
   */
  public static BrokerSettings read(UnaryOperator<String> properties) {
    Optional<String> url = value(properties, URL);
    Optional<String> acceptor = value(properties, ACCEPTOR);
    if (url.isEmpty()) {
      acceptor.ifPresent(BrokerSettings::refuseOpenDoor);
      return new BrokerSettings(
          Optional.of(dataDirectory(properties).resolve("broker")),
          acceptor,
          Optional.empty(),
          "",
          "");
    }
    if (acceptor.isPresent()) {
      throw new IllegalArgumentException(
          "%s=%s belongs to the embedded broker, but %s=%s names a remote one: remove one of them"
              .formatted(ACCEPTOR, acceptor.get(), URL, url.get()));
    }
    return new BrokerSettings(
        Optional.empty(),
        Optional.empty(),
        url,
        value(properties, USER).orElse(""),
        value(properties, PASSWORD).orElse(""));
  }

  /** Names the place and never the password, for the log. */
  @Override
  public String toString() {
    return directory
        .map(dir -> "embedded broker in " + dir + acceptor.map(a -> ", also at " + a).orElse(""))
        .orElseGet(
            () ->
                "remote broker at "
                    + url.orElse("").replaceFirst("\\?.*", "")
                    + " as '"
                    + user
                    + "'");
  }

  private static Optional<String> value(UnaryOperator<String> properties, String key) {
    return Optional.ofNullable(properties.apply(key)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static Path dataDirectory(UnaryOperator<String> properties) {
    String text =
        value(properties, DATA_DIR)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "system property %s is not set: the embedded broker needs the absolute path of the data directory"
                            .formatted(DATA_DIR)));
    Path path;
    try {
      path = Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("%s=%s is not a path".formatted(DATA_DIR, text), e);
    }
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("%s=%s is not an absolute path".formatted(DATA_DIR, text));
    }
    return path.normalize();
  }

  /** The embedded broker asks nobody for a password, so it may be reached from this host only. */
  private static void refuseOpenDoor(String acceptor) {
    String host;
    try {
      host = URI.create(acceptor).getHost();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s=%s is not a URL".formatted(ACCEPTOR, acceptor), e);
    }
    if (host == null || !isLoopback(host)) {
      throw new IllegalArgumentException(
          "%s=%s must name a loopback address such as tcp://127.0.0.1:61616: the embedded broker asks for no password"
              .formatted(ACCEPTOR, acceptor));
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "%s names the unknown host %s".formatted(ACCEPTOR, host), e);
    }
  }
}
