package org.lightpath.launcher.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.lightpath.device.spi.DeviceProvider;
import org.lightpath.device.spi.Setting;
import org.lightpath.device.spi.SpiVersion;
import org.lightpath.launcher.terminal.LaunchException;

/** Loads a plugin's providers as the hub would, and asks them who they are. */
final class PluginProbe {

  private static final String SPI = SpiVersion.class.getPackageName() + ".";
  private static final String SERVICES = "META-INF/services/" + SPI;

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
   * @throws LaunchException if there is none, one cannot be loaded, or one was made for another
   *     version of the SPI; names the class
   */
  static List<InstalledPlugin.Driver> driversIn(Path folder) throws LaunchException, IOException {
    List<Path> jars = jarsIn(folder);
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = jars.get(i).toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader("plugin", urls, new SpiOnly())) {
      List<InstalledPlugin.Driver> drivers = new ArrayList<>();
      for (String kind : kindsIn(jars)) {
        addDrivers(kind, loader, drivers);
      }
      if (drivers.isEmpty()) {
        throw new LaunchException(
            "The plugin brings no driver: none of its jars has a file " + SERVICES + "….");
      }
      return drivers;
    }
  }

  private static Set<String> kindsIn(List<Path> jars) throws IOException, LaunchException {
    Set<String> kinds = new TreeSet<>();
    for (Path path : jars) {
      try (JarFile jar = new JarFile(path.toFile())) {
        Enumeration<JarEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
          String name = entries.nextElement().getName();
          if (name.startsWith(SERVICES)) {
            kinds.add(name.substring(SERVICES.length()));
          }
        }
      } catch (ZipException e) {
        throw new LaunchException(path.getFileName() + " is no jar: " + e.getMessage());
      }
    }
    return kinds;
  }

  // A provider's code runs here: whatever it throws, Errors too, is the plugin's fault.
  private static void addDrivers(
      String kind, ClassLoader loader, List<InstalledPlugin.Driver> drivers)
      throws LaunchException {
    try {
      Class<?> spi = Class.forName(SPI + kind, false, PluginProbe.class.getClassLoader());
      for (Object found : ServiceLoader.load(spi, loader)) {
        DeviceProvider<?> provider = (DeviceProvider<?>) found;
        if (provider.spiVersion() != SpiVersion.CURRENT) {
          throw new LaunchException(
              "%s is made for SPI version %d, this Lightpath has version %d."
                  .formatted(
                      provider.getClass().getName(), provider.spiVersion(), SpiVersion.CURRENT));
        }
        List<String> settings = provider.settings().stream().map(Setting::name).toList();
        drivers.add(
            new InstalledPlugin.Driver(kind.replace("Provider", ""), provider.id(), settings));
      }
    } catch (ClassNotFoundException e) {
      throw new LaunchException(
          "This Lightpath's device SPI has no " + kind + ": the plugin is for another version.");
    } catch (RuntimeException | Error e) {
      throw new LaunchException("A provider of " + kind + " cannot be loaded: " + e);
    }
  }

  /** Lets only the SPI pass: a plugin must not come to depend on what else is here. */
  private static final class SpiOnly extends ClassLoader {

    SpiOnly() {
      super("lightpath-spi", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(SPI)) {
        return PluginProbe.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
