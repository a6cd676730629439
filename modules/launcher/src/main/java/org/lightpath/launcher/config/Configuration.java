package org.lightpath.launcher.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lightpath.launcher.terminal.LaunchException;
import org.lightpath.platform.config.KeyTable;
import org.lightpath.platform.config.KnownKey;

/**
 * Every setting of one hub: the files {@code *.properties} and {@code sites/*.properties} of a
 * configuration directory, overridden by environment variables (MicroProfile Config 3.1,
 * "Environment Variables Mapping Rules": upper case, {@code _} for everything that is no letter or
 * digit).
 *
 * @param settings by key
 */
public record Configuration(SortedMap<String, Setting> settings) {

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
    List<Path> files = files(directory);
    files.addAll(files(directory.resolve("sites")));
    if (files.isEmpty()) {
      throw new LaunchException(
          "The configuration directory " + directory + " holds no *.properties.",
          "Name another one with --config DIR.");
    }
    for (Path file : files) {
      readInto(settings, file);
    }
    for (String key : candidates(settings, known)) {
      String variable = key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
      String value = environment.get(variable);
      if (value != null) {
        settings.put(key, new Setting(key, value, "environment " + variable));
      }
    }
    return new Configuration(settings);
  }

  private static List<Path> files(Path folder) throws LaunchException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.properties")) {
        found.forEach(files::add);
      } catch (IOException e) {
        throw new LaunchException("Cannot list " + folder + ": " + e.getMessage());
      }
    }
    files.sort(null);
    return files;
  }

  private static void readInto(SortedMap<String, Setting> settings, Path file)
      throws LaunchException {
    Properties properties = new Properties();
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new LaunchException("Cannot read " + file + ": " + e.getMessage());
    }
    for (String key : properties.stringPropertyNames()) {
      String value = properties.getProperty(key).strip();
      Setting earlier = settings.put(key, new Setting(key, value, file.toString()));
      if (earlier != null) {
        throw new LaunchException(
            "%s is set in %s and again in %s.".formatted(key, earlier.origin(), file),
            "Keep one of the two.");
      }
    }
  }

  private static List<String> candidates(SortedMap<String, Setting> settings, KeyTable known) {
    List<String> keys = new ArrayList<>(settings.keySet());
    known.keys().stream()
        .map(KnownKey::pattern)
        .filter(it -> !it.contains("<") && !it.contains("*"))
        .forEach(keys::add);
    return keys;
  }

  /** The value of a key; empty if it is not set. */
  public Optional<String> value(String key) {
    return Optional.ofNullable(settings.get(key)).map(Setting::value);
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
