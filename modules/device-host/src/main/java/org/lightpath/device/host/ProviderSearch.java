package org.lightpath.device.host;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lightpath.device.spi.DeviceProvider;
import org.lightpath.device.spi.Setting;
import org.lightpath.device.spi.SpiVersion;
import org.lightpath.platform.LightpathException;

/** Asks {@link ServiceLoader} for the providers of one plugin and checks what they say. */
final class ProviderSearch {

  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

  private final String plugin;
  private final Path folder;
  private final URLClassLoader loader;

  ProviderSearch(String plugin, Path folder, URLClassLoader loader) {
    this.plugin = plugin;
    this.folder = folder;
    this.loader = loader;
  }

  /** Every driver, at least one; the plugin's loader is the context class loader meanwhile. */
  List<DriverSource> drivers() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      List<DriverSource> found = new ArrayList<>();
      for (DeviceKind kind : DeviceKind.values()) {
        addDrivers(kind, found);
      }
      if (found.isEmpty()) {
        throw Refusal.of(
            "plugin %s brings no driver: none of its jars has a file META-INF/services/%s "
                + "(or that of another kind) with the name of its provider class",
            folder, DeviceKind.CAMERA.provider().getName());
      }
      return List.copyOf(found);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  // A provider's code runs here: whatever it throws, Errors too, is the plugin's fault.
  private void addDrivers(DeviceKind kind, List<DriverSource> found) {
    try {
      Iterator<? extends DeviceProvider<?>> providers =
          ServiceLoader.load(kind.provider(), loader).iterator();
      while (providers.hasNext()) {
        DeviceProvider<?> provider = providers.next();
        String jar = jarOf(provider.getClass());
        requireCurrentSpi(provider, jar);
        found.add(source(kind, provider, jar));
      }
    } catch (LightpathException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      throw Refusal.because(
          e,
          "plugin %s: a %s provider of %s cannot be loaded: %s",
          folder,
          kind.label(),
          jarsWithServices(kind),
          Refusal.said(e));
    }
  }

  private void requireCurrentSpi(DeviceProvider<?> provider, String jar) {
    int version = provider.spiVersion();
    if (version != SpiVersion.CURRENT) {
      throw Refusal.of(
          "plugin %s: %s of %s is made for SPI version %d, this hub has version %d; "
              + "install the plugin's release for version %d or remove the folder",
          folder,
          provider.getClass().getName(),
          jar,
          version,
          SpiVersion.CURRENT,
          SpiVersion.CURRENT);
    }
  }

  private DriverSource source(DeviceKind kind, DeviceProvider<?> provider, String jar) {
    String id = provider.id();
    if (id == null || !ID.matcher(id).matches()) {
      throw Refusal.of(
          "plugin %s: %s of %s has the id '%s', which is not 1-64 of a-z, 0-9 and -",
          folder, provider.getClass().getName(), jar, id);
    }
    List<Setting> settings = List.copyOf(provider.settings());
    for (Setting setting : settings) {
      if (DeviceKeys.isHostKey(setting.name())) {
        throw Refusal.of(
            "plugin %s: driver '%s' of %s lists a setting '%s', which is a key of the hub itself",
            folder, id, jar, setting.name());
      }
    }
    return new DriverSource(kind, id, plugin, jar, settings, provider);
  }

  /** File name of the jar or folder that {@code type} comes from. */
  static String jarOf(Class<?> type) {
    URL place = type.getProtectionDomain().getCodeSource().getLocation();
    return lastSegment(place.getPath());
  }

  private String jarsWithServices(DeviceKind kind) {
    String file = "META-INF/services/" + kind.provider().getName();
    try {
      return Collections.list(loader.findResources(file)).stream()
          .map(url -> url.getPath().split("!", 2)[0])
          .map(ProviderSearch::lastSegment)
          .collect(Collectors.joining(", "));
    } catch (IOException e) {
      return folder.toString();
    }
  }

  private static String lastSegment(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }
}
