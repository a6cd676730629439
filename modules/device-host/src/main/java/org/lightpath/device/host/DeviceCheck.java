package org.lightpath.device.host;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteDirectory;

/**
 * Says why a hub would not start because of its devices: makes every driver as {@link
 * DeviceHost#start} does, which lets the plugin look at its settings, and connects none.
 */
public final class DeviceCheck {

  /** Segments of {@code lightpath.site.<site>.device.<device>}. */
  private static final int DEVICE_SEGMENTS = 5;

  private final HostSettings settings;
  private final SiteDirectory sites;
  private final Clock clock;

  /**
   * A check of the devices of {@code sites}.
   *
   * @param scratch folder below which drivers may write while they are made
   */
  public DeviceCheck(SiteDirectory sites, Path scratch, Clock clock) {
    this.settings = HostSettings.withScratch(scratch);
    this.sites = sites;
    this.clock = clock;
  }

  /**
   * What is wrong, one sentence per device at most, by site and name; it names the key, the jar and
   * what to write, and shows no secret.
   *
   * @param catalog the drivers; stays open
   * @param properties keys and values; those that are not about devices are passed over
   */
  public List<String> faults(PluginCatalog catalog, Map<String, String> properties) {
    CallThreads threads = new CallThreads(Thread::new, settings.maxAbandonedThreads());
    DeviceFactory factory = new DeviceFactory(settings, sites, clock, threads, change -> {});
    DeviceConfigurations configurations = new DeviceConfigurations(catalog);
    List<String> faults = new ArrayList<>();
    for (Map<String, String> device : byDevice(properties)) {
      try {
        configurations.in(device).forEach(it -> close(factory.make(it)));
      } catch (LightpathException e) {
        faults.add(e.getMessage());
      }
    }
    return faults;
  }

  /** The keys of each device by themselves, so that the fault of one hides no other's. */
  private static Collection<Map<String, String>> byDevice(Map<String, String> properties) {
    SortedMap<String, Map<String, String>> devices = new TreeMap<>();
    properties.forEach(
        (key, value) -> {
          if (DeviceConfigurations.isDeviceKey(key)) {
            String[] segments = key.split("\\.", DEVICE_SEGMENTS + 1);
            String device = String.join(".", List.of(segments).subList(0, segments.length - 1));
            devices.computeIfAbsent(device, it -> new TreeMap<>()).put(key, value);
          }
        });
    return devices.values();
  }

  private void close(DrivenDevice made) {
    made.device().close().await(settings.pace().grace(), settings.pace().grace());
  }
}
