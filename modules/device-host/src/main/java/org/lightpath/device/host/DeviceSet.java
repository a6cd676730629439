package org.lightpath.device.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.lightpath.device.spi.MountStatus;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.Text;

/** The devices of all sites with the plugins that drive them. Immutable but for {@link #close}. */
final class DeviceSet {

  private final PluginCatalog catalog;
  private final CallThreads threads;
  private final Map<SiteCode, Map<String, DrivenDevice>> sites = new TreeMap<>();

  private DeviceSet(PluginCatalog catalog, CallThreads threads) {
    this.catalog = catalog;
    this.threads = threads;
  }

  /** No devices and no plugins. */
  static DeviceSet none() {
    return new DeviceSet(
        PluginCatalog.of("none", List.of()), new CallThreads(Executors.defaultThreadFactory(), 1));
  }

  /** Makes every device; if one is refused, those before it are closed. */
  static DeviceSet of(
      PluginCatalog catalog,
      List<DeviceConfiguration> configurations,
      DeviceFactory factory,
      CallThreads threads) {
    DeviceSet made = new DeviceSet(catalog, threads);
    try {
      for (DeviceConfiguration configuration : configurations) {
        made.sites
            .computeIfAbsent(configuration.site(), site -> new TreeMap<>())
            .put(configuration.name(), factory.make(configuration));
      }
      return made;
    } catch (RuntimeException e) {
      made.closeDrivers(Duration.ofSeconds(5));
      throw e;
    }
  }

  /** Begins to connect every device. */
  void start() {
    all().forEach(device -> device.device().start());
  }

  List<PluginView> plugins() {
    return catalog.plugins();
  }

  int abandonedThreads() {
    return threads.abandoned();
  }

  Optional<String> outOfMemory() {
    return threads.outOfMemory();
  }

  /** Every device, by site and name. */
  List<DrivenDevice> all() {
    return sites.values().stream().flatMap(devices -> devices.values().stream()).toList();
  }

  /** The devices of a site, by name. */
  List<DrivenDevice> of(SiteCode site) {
    return List.copyOf(sites.getOrDefault(site, Map.of()).values());
  }

  Optional<DrivenDevice> find(SiteCode site, String name) {
    return Optional.ofNullable(sites.getOrDefault(site, Map.of()).get(name));
  }

  DrivenDevice get(SiteCode site, String name) {
    return find(site, name)
        .orElseThrow(
            () ->
                new LightpathException(
                    ErrorCode.NOT_FOUND,
                    "site %s has no device '%s'; it has: %s"
                        .formatted(site, Text.shortened(name), namesAt(site))));
  }

  <T extends DrivenDevice> T get(SiteCode site, String name, DeviceKind kind, Class<T> type) {
    DrivenDevice device = get(site, name);
    if (!type.isInstance(device)) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "%s at %s is a %s, not a %s"
              .formatted(name, site, device.view().kind().label(), kind.label()));
    }
    return type.cast(device);
  }

  Surroundings surroundings(SiteCode site, Duration limit) {
    Optional<MountStatus> mount =
        first(site, Mount.class).flatMap(device -> device.device().readNow(limit));
    Optional<FocuserProfile.ReadOut> focuser =
        first(site, Focuser.class).flatMap(device -> device.device().readNow(limit));
    Optional<String> filter =
        first(site, FilterWheel.class)
            .flatMap(
                wheel ->
                    wheel
                        .device()
                        .readNow(limit)
                        .flatMap(slot -> FilterWheelProfile.filter(slot, wheel.filterNames())));
    return new Surroundings(
        mount,
        focuser.map(read -> OptionalInt.of(read.positionSteps())).orElse(OptionalInt.empty()),
        focuser.map(FocuserProfile.ReadOut::temperatureCelsius).orElse(OptionalDouble.empty()),
        filter);
  }

  /**
   * Closes every driver, all at once, then the plugins; returns after {@code limit} at the latest.
   */
  void close(Duration limit) {
    closeDrivers(limit);
    catalog.close();
  }

  private void closeDrivers(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    List<PluginCall<Boolean>> closing = new ArrayList<>();
    all().forEach(device -> closing.add(device.device().close()));
    for (PluginCall<Boolean> call : closing) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      call.await(left, Duration.ofMillis(1));
    }
  }

  private <T extends DrivenDevice> Optional<T> first(SiteCode site, Class<T> type) {
    return of(site).stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  private String namesAt(SiteCode site) {
    List<DrivenDevice> devices = of(site);
    return devices.isEmpty()
        ? "none"
        : devices.stream().map(device -> device.view().name()).collect(Collectors.joining(", "));
  }
}
