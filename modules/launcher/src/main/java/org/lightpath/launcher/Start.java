package org.lightpath.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.lightpath.launcher.config.Configuration;
import org.lightpath.launcher.config.DefaultDatabase;
import org.lightpath.launcher.config.Installation;
import org.lightpath.launcher.process.PortOwner;
import org.lightpath.launcher.terminal.Arguments;
import org.lightpath.launcher.terminal.LaunchException;
import org.lightpath.platform.config.KeyTable;

/**
 * What a start needs to know, from command line and configuration.
 *
 * @param data the data directory, absolute
 * @param config the configuration directory, absolute
 * @param plugins the plugins' folder, absolute
 * @param url the hub's address on this machine
 * @param configuration every setting
 */
record Start(Path data, Path config, Path plugins, URI url, Configuration configuration) {

  private static final String PROFILE = "lightpath.profile";
  private static final String DATABASE = "lightpath.db.url";

  static Start of(Arguments arguments, Installation installation)
      throws LaunchException, IOException {
    Path config = configDirectory(arguments, installation);
    Configuration configuration = Configuration.read(config, System.getenv(), KeyTable.builtIn());
    Path data = arguments.data();
    Path plugins = configuration.plugins(data);
    URI url = URI.create("http://127.0.0.1:" + arguments.port());
    return new Start(data, config, plugins, url, configuration);
  }

  static Path configDirectory(Arguments arguments, Installation installation) {
    return arguments
        .option("config")
        .map(Path::of)
        .orElse(installation.serverConfig().resolve("development"))
        .toAbsolutePath()
        .normalize();
  }

  /** The system properties that the server gets on Payara Micro. */
  Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>(configuration.forTheServer());
    properties.put("lightpath.data.dir", data.toString());
    properties.put("lightpath.config.dir", config.toString());
    properties.put(Configuration.PLUGINS, plugins.toString());
    // The name of the .rar file: on Micro the adapter is deployed by itself.
    properties.put("lightpath.broker.adapter", "lightpath-broker");
    properties.put(PROFILE, configuration.value(PROFILE).orElse("development"));
    properties.putIfAbsent(DATABASE, DefaultDatabase.url(data));
    return properties;
  }

  /** A setting in degrees that the demonstration needs. */
  double degrees(String key) throws LaunchException {
    String text = configuration.value(key).orElse("");
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new LaunchException(
          "%s='%s' is no number; the demonstration needs the twin site saf.".formatted(key, text),
          "Use --config server-config/development.");
    }
  }

  /** Refuses a port that somebody listens on; names who. */
  static void requireFree(int port, String option) throws LaunchException {
    if (!PortOwner.isFree(port)) {
      throw new LaunchException(
          "Port %d is in use by %s."
              .formatted(
                  port,
                  PortOwner.of(port).map(Object::toString).orElse("a process that is not shown")),
          "Stop it, or choose another port with " + option + " N.");
    }
  }
}
