package org.lightpath.launcher.plugin;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lightpath.launcher.terminal.LaunchException;

/**
 * What a plugin says about itself in its {@code plugin.properties}.
 *
 * @param id names its folder; {@code a-z}, {@code 0-9} and {@code -}, 1 to 64 of them
 * @param version its version, as its maker writes it; may be empty
 * @param spi the version of the device SPI that it was made for
 * @param digests SHA-256 in hexadecimal by file name, from the lines {@code sha256.<file>=…}
 */
public record PluginDescription(String id, String version, int spi, Map<String, String> digests) {

  /** Name of the file. */
  static final String FILE = "plugin.properties";

  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final String DIGEST = "sha256.";

  /**
   * Reads the file in a plugin's folder.
   *
   * @throws LaunchException if it is not there, cannot be read, or lacks or misspells id or spi
   */
  static PluginDescription of(Path folder) throws LaunchException {
    Path file = folder.resolve(FILE);
    Properties lines = new Properties();
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.load(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new LaunchException(
          "The plugin has no readable " + FILE + " at its top: " + e.getMessage());
    }
    String id = lines.getProperty("id", "").strip();
    if (!ID.matcher(id).matches()) {
      throw new LaunchException(
          "%s: id '%s' is not 1 to 64 of a-z, 0-9 and '-'.".formatted(FILE, id));
    }
    String spi = lines.getProperty("spi", "").strip();
    if (!NUMBER.matcher(spi).matches()) {
      throw new LaunchException("%s of %s: spi '%s' is no number.".formatted(FILE, id, spi));
    }
    Map<String, String> digests = new TreeMap<>();
    for (String name : lines.stringPropertyNames()) {
      if (name.startsWith(DIGEST)) {
        String digest = lines.getProperty(name).strip().toLowerCase(Locale.ROOT);
        digests.put(name.substring(DIGEST.length()), digest);
      }
    }
    String version = lines.getProperty("version", "").strip();
    return new PluginDescription(id, version, Integer.parseInt(spi), Map.copyOf(digests));
  }

  /**
   * Compares the listed digests with the files.
   *
   * @throws LaunchException naming the first listed file that is missing or differs, or, if any is
   *     listed, the first jar that is not
   */
  void checkDigests(Path folder) throws LaunchException, IOException {
    for (Map.Entry<String, String> listed : digests.entrySet()) {
      Path file = folder.resolve(listed.getKey()).normalize();
      if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
        throw new LaunchException(
            "%s of %s lists %s, which is not there.".formatted(FILE, id, listed.getKey()));
      }
      String found = Folders.digestOfFile(file);
      if (!found.equals(listed.getValue())) {
        throw new LaunchException(
            "%s of plugin %s has SHA-256 %s, its %s lists %s: it was changed or damaged."
                .formatted(listed.getKey(), id, found, FILE, listed.getValue()));
      }
    }
    for (Path jar : digests.isEmpty() ? List.<Path>of() : PluginProbe.jarsIn(folder)) {
      if (!digests.containsKey(jar.getFileName().toString())) {
        throw new LaunchException(
            "%s of %s lists digests, but none of %s.".formatted(FILE, id, jar.getFileName()));
      }
    }
  }
}
