package org.lightpath.platform.config;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A configuration folder: its files {@code *.properties} and {@code sites/*.properties}, UTF-8.
 *
 * @param entries the settings by key
 */
public record ConfigFolder(Map<String, Entry> entries) {

  /**
   * One setting.
   *
   * @param value without blanks around it
   * @param file where it stands
   */
  public record Entry(String value, Path file) {}

  /**
   * Reads the folder; one that is not there has no settings.
   *
   * @throws IllegalArgumentException if a file cannot be read or a key stands in two of them; names
   *     the files
   */
  public static ConfigFolder read(Path folder) {
    Map<String, Entry> entries = new TreeMap<>();
    Stream.of(folder, folder.resolve("sites"))
        .flatMap(ConfigFolder::propertiesIn)
        .forEach(file -> readInto(entries, file));
    return new ConfigFolder(Map.copyOf(entries));
  }

  private static Stream<Path> propertiesIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".properties")).sorted().toList().stream();
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("cannot list the configuration folder " + folder, e);
    }
  }

  private static void readInto(Map<String, Entry> entries, Path file) {
    Properties properties = new Properties();
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "cannot read the configuration file %s: %s".formatted(file, e.getMessage()), e);
    }
    for (String key : properties.stringPropertyNames()) {
      Entry earlier = entries.put(key, new Entry(properties.getProperty(key).strip(), file));
      if (earlier != null) {
        throw new IllegalArgumentException(
            "%s is set in %s and again in %s: keep one of the two"
                .formatted(key, earlier.file(), file));
      }
    }
  }
}
