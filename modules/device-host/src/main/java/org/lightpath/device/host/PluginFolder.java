package org.lightpath.device.host;

import java.io.IOException;
import java.io.Reader;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.lightpath.device.spi.SpiVersion;

/**
 * One folder below {@code lightpath.plugins.dir}: the plugin's jars and, if its maker wrote one, a
 * {@code plugin.properties} with {@code id} (default: the folder's name), {@code version} and
 * {@code spi}.
 *
 * @param folder where it lies
 * @param id the plugin's id
 * @param version the plugin's version, empty if it says none
 * @param loader loads its classes
 * @param drivers what it brings
 */
record PluginFolder(
    Path folder,
    String id,
    Optional<String> version,
    PluginClassLoader loader,
    List<DriverSource> drivers) {

  private static final String PROPERTIES = "plugin.properties";

  /** Whether {@code folder} holds a jar, which makes it a plugin. */
  static boolean isPlugin(Path folder) throws IOException {
    return Files.isDirectory(folder)
        && !folder.getFileName().toString().startsWith(".")
        && !jarsIn(folder).isEmpty();
  }

  /**
   * Loads its providers.
   *
   * @throws org.lightpath.platform.LightpathException INVALID_ARGUMENT if it was made for another
   *     SPI version, brings no provider, or one that cannot be loaded
   */
  static PluginFolder open(Path folder) throws IOException {
    Properties properties = propertiesIn(folder);
    String id = properties.getProperty("id", folder.getFileName().toString()).strip();
    requireCurrentSpi(folder, properties);
    List<Path> jars = jarsIn(folder);
    for (Path jar : jars) {
      requireReadable(folder, jar);
    }
    PluginClassLoader loader = new PluginClassLoader(id, urlsOf(jars));
    try {
      List<DriverSource> drivers = new ProviderSearch(id, folder, loader).drivers();
      return new PluginFolder(
          folder, id, Optional.ofNullable(properties.getProperty("version")), loader, drivers);
    } catch (RuntimeException e) {
      loader.close();
      throw e;
    }
  }

  private static void requireCurrentSpi(Path folder, Properties properties) {
    String spi = properties.getProperty("spi");
    if (spi != null && !spi.strip().equals(Integer.toString(SpiVersion.CURRENT))) {
      throw Refusal.of(
          "plugin %s: its %s says spi=%s, this hub has SPI version %d; "
              + "install the plugin's release for version %d or remove the folder",
          folder, PROPERTIES, spi, SpiVersion.CURRENT, SpiVersion.CURRENT);
    }
  }

  private static Properties propertiesIn(Path folder) throws IOException {
    Properties properties = new Properties();
    Path file = folder.resolve(PROPERTIES);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IllegalArgumentException e) {
        throw Refusal.because(e, "plugin %s: %s: %s", folder, PROPERTIES, e.getMessage());
      }
    }
    return properties;
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** A class loader passes over what is no jar, and says nothing. */
  private static void requireReadable(Path folder, Path jar) throws IOException {
    try (ZipFile readable = new ZipFile(jar.toFile())) {
      if (readable.size() == 0) {
        throw Refusal.of("plugin %s: %s is empty", folder, jar.getFileName());
      }
    } catch (ZipException e) {
      throw Refusal.because(
          e, "plugin %s: %s is no jar: %s", folder, jar.getFileName(), e.getMessage());
    }
  }

  private static URL[] urlsOf(List<Path> jars) throws MalformedURLException {
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = jars.get(i).toUri().toURL();
    }
    return urls;
  }
}
