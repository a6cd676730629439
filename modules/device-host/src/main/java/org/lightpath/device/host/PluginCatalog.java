package org.lightpath.device.host;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lightpath.device.spi.DeviceProvider;
import org.lightpath.device.spi.Setting;

/** The drivers of all plugins. Immutable but for {@link #close}. */
public final class PluginCatalog implements AutoCloseable {

  private static final Logger LOG = System.getLogger(PluginCatalog.class.getName());

  private record Key(DeviceKind kind, String id) {}

  private final List<PluginView> plugins;
  private final Map<Key, DriverSource> drivers;
  private final List<PluginClassLoader> loaders;

  private PluginCatalog(
      List<PluginView> plugins, List<DriverSource> sources, List<PluginClassLoader> loaders) {
    this.plugins = List.copyOf(plugins);
    this.loaders = List.copyOf(loaders);
    this.drivers = new HashMap<>();
    for (DriverSource source : sources) {
      DriverSource other = drivers.putIfAbsent(new Key(source.kind(), source.id()), source);
      if (other != null) {
        throw Refusal.of(
            "the id '%s' is taken twice: %s and %s; remove one of the two plugins",
            source.id(), other.described(), source.described());
      }
    }
  }

  /** A catalogue of providers that are at hand, without a plugin folder. */
  public static PluginCatalog of(String plugin, List<DeviceProvider<?>> providers) {
    List<DriverSource> sources = new ArrayList<>();
    for (DeviceProvider<?> provider : providers) {
      for (DeviceKind kind : DeviceKind.values()) {
        if (kind.provider().isInstance(provider)) {
          String jar = ProviderSearch.jarOf(provider.getClass());
          List<Setting> settings = List.copyOf(provider.settings());
          sources.add(new DriverSource(kind, provider.id(), plugin, jar, settings, provider));
        }
      }
    }
    return new PluginCatalog(List.of(view(plugin, Optional.empty(), sources)), sources, List.of());
  }

  /**
   * Loads every plugin folder below {@code folder}, in order of their names; a folder without a jar
   * or with a leading dot is passed over.
   *
   * @throws org.lightpath.platform.LightpathException INVALID_ARGUMENT if a plugin is refused; the
   *     message names folder, jar and fault, and nothing stays open
   */
  public static PluginCatalog load(Path folder) {
    try {
      return load(subfolders(folder));
    } catch (IOException e) {
      throw Refusal.because(e, "%s cannot be read: %s", folder, Refusal.said(e));
    }
  }

  /** As {@link #load(Path)}, of these plugin folders. */
  public static PluginCatalog load(List<Path> folders) {
    List<PluginFolder> opened = new ArrayList<>();
    try {
      for (Path candidate : folders) {
        if (PluginFolder.isPlugin(candidate)) {
          opened.add(PluginFolder.open(candidate));
        } else {
          LOG.log(Level.INFO, "{0} holds no plugin: passed over", candidate);
        }
      }
      requireDistinctIds(opened);
      return new PluginCatalog(
          opened.stream().map(p -> view(p.id(), p.version(), p.drivers())).toList(),
          opened.stream().flatMap(p -> p.drivers().stream()).toList(),
          opened.stream().map(PluginFolder::loader).toList());
    } catch (IOException e) {
      opened.forEach(plugin -> closeLoader(plugin.loader()));
      throw Refusal.because(e, "%s cannot be read: %s", folders, Refusal.said(e));
    } catch (RuntimeException e) {
      opened.forEach(plugin -> closeLoader(plugin.loader()));
      throw e;
    }
  }

  /** Every plugin, by folder name. */
  public List<PluginView> plugins() {
    return plugins;
  }

  /** The driver of that kind and id. */
  Optional<DriverSource> find(DeviceKind kind, String id) {
    return Optional.ofNullable(drivers.get(new Key(kind, id)));
  }

  /** The kinds for which a plugin brings a driver {@code id}; empty if none does. */
  List<DeviceKind> kindsOf(String id) {
    return Arrays.stream(DeviceKind.values())
        .filter(kind -> drivers.containsKey(new Key(kind, id)))
        .toList();
  }

  /** Every driver for a message: {@code sim (camera), sim (mount)}. */
  String knownDrivers() {
    return drivers.isEmpty()
        ? "none"
        : drivers.keySet().stream()
            .map(key -> "%s (%s)".formatted(key.id(), key.kind().label()))
            .sorted()
            .collect(Collectors.joining(", "));
  }

  /** Closes the class loaders; drivers that still run can then load no further class. */
  @Override
  public void close() {
    loaders.forEach(PluginCatalog::closeLoader);
  }

  private static List<Path> subfolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      LOG.log(Level.INFO, "no plugin folder {0}: no plugins", folder);
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static void requireDistinctIds(List<PluginFolder> opened) {
    Map<String, Path> seen = new HashMap<>();
    for (PluginFolder plugin : opened) {
      Path other = seen.putIfAbsent(plugin.id(), plugin.folder());
      if (other != null) {
        throw Refusal.of(
            "plugin '%s' is there twice: %s and %s; remove one of the two folders",
            plugin.id(), other, plugin.folder());
      }
    }
  }

  private static PluginView view(String id, Optional<String> version, List<DriverSource> sources) {
    return new PluginView(
        id,
        version,
        sources.stream()
            .map(s -> new PluginView.Driver(s.kind(), s.id(), s.jar(), s.settings()))
            .toList());
  }

  private static void closeLoader(PluginClassLoader loader) {
    try {
      loader.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "class loader of plugin " + loader.getName() + " did not close", e);
    }
  }
}
