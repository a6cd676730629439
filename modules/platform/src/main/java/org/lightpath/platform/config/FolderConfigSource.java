package org.lightpath.platform.config;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The files {@code *.properties} and {@code sites/*.properties} (UTF-8) of the folder that the
 * system property {@code lightpath.config.dir} names, read once. A key in two files is refused.
 */
public final class FolderConfigSource implements ConfigSource {

  /** Above microprofile-config.properties (100), below environment (300) and system (400). */
  private static final int ORDINAL = 200;

  private final Map<String, String> values;

  /** Reads the folder; without the system property there is nothing in it. */
  public FolderConfigSource() {
    String folder = System.getProperty("lightpath.config.dir", "");
    values = folder.isEmpty() ? Map.of() : read(Path.of(folder));
  }

  /** The settings in {@code folder}. */
  public static Map<String, String> read(Path folder) {
    Map<String, String> all = new TreeMap<>();
    for (Path file : files(folder)) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the configuration file " + file, e);
      }
      for (String key : properties.stringPropertyNames()) {
        if (all.put(key, properties.getProperty(key).strip()) != null) {
          throw new IllegalStateException(
              "the key %s stands in %s and in another file of %s".formatted(key, file, folder));
        }
      }
    }
    return Map.copyOf(all);
  }

  private static List<Path> files(Path folder) {
    return Stream.of(folder, folder.resolve("sites")).flatMap(dir -> propertiesIn(dir)).toList();
  }

  private static Stream<Path> propertiesIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(f -> f.toString().endsWith(".properties")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the configuration folder " + folder, e);
    }
  }

  @Override
  public Set<String> getPropertyNames() {
    return values.keySet();
  }

  @Override
  public String getValue(String key) {
    return values.get(key);
  }

  @Override
  public String getName() {
    return "lightpath.config.dir";
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }
}
