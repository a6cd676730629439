package org.lightpath.launcher.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lightpath.device.host.PluginCatalog;
import org.lightpath.device.host.PluginView;
import org.lightpath.device.spi.Setting;
import org.lightpath.launcher.terminal.LaunchException;
import org.lightpath.platform.LightpathException;

/** Loads a plugin's providers as the hub does, and asks them who they are. */
final class PluginProbe {

  private PluginProbe() {}

  /** The jars of a plugin's folder, by name. */
  static List<Path> jarsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> it.getFileName().toString().endsWith(".jar")).sorted().toList();
    }
  }

  /**
   * Every driver that a plugin brings, at least one.
   *
   * @throws LaunchException if there is none, or if the hub would refuse the plugin; says why
   */
  static List<InstalledPlugin.Driver> driversIn(Path folder) throws LaunchException {
    try (PluginCatalog catalog = PluginCatalog.load(List.of(folder))) {
      List<InstalledPlugin.Driver> drivers =
          catalog.plugins().stream()
              .flatMap(plugin -> plugin.drivers().stream())
              .map(PluginProbe::driver)
              .toList();
      if (drivers.isEmpty()) {
        throw new LaunchException("The plugin brings no driver: it holds no jar.");
      }
      return drivers;
    } catch (LightpathException e) {
      throw new LaunchException(e.getMessage());
    }
  }

  private static InstalledPlugin.Driver driver(PluginView.Driver found) {
    List<String> settings = found.settings().stream().map(Setting::name).toList();
    return new InstalledPlugin.Driver(found.kind().label(), found.id(), settings);
  }
}
