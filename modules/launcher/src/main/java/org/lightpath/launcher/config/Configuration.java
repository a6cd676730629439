package org.lightpath.launcher.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lightpath.launcher.terminal.LaunchException;
import org.lightpath.platform.config.ConfigFolder;
import org.lightpath.platform.config.KeyTable;

/**
 * Every setting of one hub: the files {@code *.properties} and {@code sites/*.properties} of a
 * configuration directory, overridden by environment variables (MicroProfile Config 3.1,
 * "Environment Variables Mapping Rules": upper case, {@code _} for everything that is no letter or
 * digit).
 *
 * @param settings by key
 */
public record Configuration(SortedMap<String, Setting> settings) {

  /** Key of the folder that holds the plugins. */
  public static final String PLUGINS = "lightpath.plugins.dir";

  private static final List<String> FOR_THE_SERVER =
      List.of("lightpath.db.", "lightpath.broker.", "lightpath.test.");

  /**
   * Reads a configuration directory.
   *
   * @param directory holds the files
   * @param environment the environment variables
   * @param known names the keys that an environment variable can stand for
   * @throws LaunchException if there is no file, one cannot be read, or a key stands in two of them
   */
  public static Configuration read(Path directory, Map<String, String> environment, KeyTable known)
      throws LaunchException {
    SortedMap<String, Setting> settings = new TreeMap<>();
    files(directory)
        .forEach(
            (key, entry) ->
                settings.put(key, new Setting(key, entry.value(), entry.file().toString())));
    for (String key : candidates(settings, known)) {
      String variable = key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
      String value = environment.get(variable);
      if (value != null) {
        settings.put(key, new Setting(key, value, "environment " + variable));
      }
    }
    return new Configuration(settings);
  }

  private static Map<String, ConfigFolder.Entry> files(Path directory) throws LaunchException {
    Map<String, ConfigFolder.Entry> entries;
    try {
      entries = ConfigFolder.read(directory).entries();
    } catch (IllegalArgumentException e) {
      throw new LaunchException(e.getMessage(), "Correct the files in " + directory + ".");
    }
    if (entries.isEmpty()) {
      throw new LaunchException(
          "The configuration directory " + directory + " holds no settings in *.properties.",
          "Name another one with --config DIR.");
    }
    return entries;
  }

  private static List<String> candidates(SortedMap<String, Setting> settings, KeyTable known) {
    List<String> keys = new ArrayList<>(settings.keySet());
    keys.addAll(known.single());
    return keys;
  }

  /** The values by key. */
  public Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    settings.values().forEach(it -> values.put(it.key(), it.value()));
    return values;
  }

  /** The value of a key; empty if it is not set. */
  public Optional<String> value(String key) {
    return Optional.ofNullable(settings.get(key)).map(Setting::value);
  }

  /** The folder of the plugins of a hub on that data directory, absolute. */
  public Path plugins(Path data) {
    return value(PLUGINS)
        .filter(it -> !it.isBlank())
        .map(Path::of)
        .orElse(data.resolve("plugins"))
        .toAbsolutePath();
  }

  /**
   * The settings that the server needs as system properties, because annotations and the resource
   * adapter read nothing else.
   */
  public Map<String, String> forTheServer() {
    Map<String, String> properties = new TreeMap<>();
    settings.values().stream()
        .filter(it -> FOR_THE_SERVER.stream().anyMatch(it.key()::startsWith))
        .forEach(it -> properties.put(it.key(), it.value()));
    return properties;
  }
}
