package org.lightpath.launcher.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lightpath.device.spi.SpiVersion;
import org.lightpath.launcher.terminal.LaunchException;

/** The plugins of one hub. The hub reads them when it starts. */
public final class PluginStore {

  private final Path plugins;
  private final List<Path> bundled;

  /**
   * The plugins below a folder.
   *
   * @param plugins the folder; need not be there
   * @param bundled folders of the plugins that come with Lightpath, each named by its plugin's id
   */
  public PluginStore(Path plugins, List<Path> bundled) {
    this.plugins = plugins;
    this.bundled = bundled;
  }

  /**
   * Checks an archive and installs it. Nothing is changed below the plugins' folder unless every
   * check has passed.
   *
   * @return what was installed
   * @throws LaunchException saying which check failed
   */
  public InstalledPlugin add(Path zip) throws LaunchException, IOException {
    if (!Files.isRegularFile(zip)) {
      throw new LaunchException("There is no file " + zip + ".");
    }
    Path staging = BundledPlugins.staging(plugins).resolve("new");
    try {
      Folders.delete(staging);
      Files.createDirectories(staging);
      Path folder = new PluginArchive(zip).unpackInto(staging.toRealPath());
      PluginDescription description = PluginDescription.of(folder);
      requireCurrentSpi(description);
      requireNewId(description.id());
      description.checkDigests(folder);
      InstalledPlugin plugin = new InstalledPlugin(description, PluginProbe.driversIn(folder));
      requireNewDrivers(plugin);
      Folders.replace(plugins.resolve(description.id()), folder);
      return plugin;
    } finally {
      Folders.delete(BundledPlugins.staging(plugins));
    }
  }

  private static void requireCurrentSpi(PluginDescription description) throws LaunchException {
    if (description.spi() != SpiVersion.CURRENT) {
      throw new LaunchException(
          "Plugin %s is made for SPI version %d, this Lightpath has version %d."
              .formatted(description.id(), description.spi(), SpiVersion.CURRENT),
          "Get the plugin's release for version " + SpiVersion.CURRENT + ".");
    }
  }

  private void requireNewId(String id) throws LaunchException {
    if (isBundled(id)) {
      throw new LaunchException("Plugin %s comes with Lightpath.".formatted(id));
    }
    if (Files.exists(plugins.resolve(id))) {
      throw new LaunchException(
          "Plugin %s is already installed.".formatted(id),
          "To replace it: ./lightpath plugin remove " + id);
    }
  }

  private void requireNewDrivers(InstalledPlugin added) throws LaunchException, IOException {
    for (InstalledPlugin other : list()) {
      for (InstalledPlugin.Driver driver : added.drivers()) {
        if (other.drivers().stream().anyMatch(driver::isSameAs)) {
          throw new LaunchException(
              "%s driver '%s' of plugin %s is already brought by plugin %s."
                  .formatted(
                      driver.kind(),
                      driver.id(),
                      added.description().id(),
                      other.description().id()));
        }
      }
    }
  }

  /**
   * Every plugin, bundled ones included, by id.
   *
   * @throws LaunchException if one cannot be read or loaded; names its folder
   */
  public List<InstalledPlugin> list() throws LaunchException, IOException {
    List<InstalledPlugin> found = new ArrayList<>();
    for (Path folder : folders()) {
      found.add(read(folder));
    }
    return found;
  }

  /** The folders of all plugins, by id; a bundled one where it is installed, or will be. */
  public List<Path> folders() throws IOException {
    List<Path> installed = List.of();
    if (Files.isDirectory(plugins)) {
      try (Stream<Path> children = Files.list(plugins)) {
        installed =
            children
                .filter(it -> Files.isDirectory(it) && !nameOf(it).startsWith("."))
                .sorted()
                .toList();
      }
    }
    List<String> names = installed.stream().map(PluginStore::nameOf).toList();
    return Stream.concat(
            bundled.stream().filter(it -> Files.exists(it) && !names.contains(nameOf(it))),
            installed.stream())
        .toList();
  }

  /**
   * Reads one plugin's folder. As for the hub, a folder without a description is named by itself.
   *
   * @throws LaunchException if it cannot be read or loaded; names the folder
   */
  public InstalledPlugin read(Path folder) throws LaunchException, IOException {
    try {
      PluginDescription description =
          Files.exists(folder.resolve(PluginDescription.FILE))
              ? PluginDescription.of(folder)
              : new PluginDescription(nameOf(folder), "", SpiVersion.CURRENT, Map.of());
      requireCurrentSpi(description);
      return new InstalledPlugin(description, PluginProbe.driversIn(folder));
    } catch (LaunchException e) {
      throw new LaunchException(folder + ": " + e.getMessage(), e.remedy().orElse(""));
    }
  }

  /**
   * Removes a plugin.
   *
   * @throws LaunchException if it is not installed, or comes with Lightpath
   */
  public void remove(String id) throws LaunchException, IOException {
    if (isBundled(id)) {
      throw new LaunchException(
          "Plugin " + id + " comes with Lightpath; it drives nothing unless a site asks for it.");
    }
    Optional<Path> folder = folders().stream().filter(it -> nameOf(it).equals(id)).findFirst();
    if (folder.isEmpty()) {
      throw new LaunchException("There is no plugin " + id + " in " + plugins + ".");
    }
    Folders.delete(folder.get());
  }

  private boolean isBundled(String id) {
    return bundled.stream().anyMatch(it -> nameOf(it).equals(id));
  }

  private static String nameOf(Path folder) {
    return folder.getFileName().toString();
  }
}
