package org.lightpath.device.host;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.DeviceChanged;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.SiteDirectory;

/**
 * The devices of all sites, and the way to use them. Starts with the application: a plugin or a
 * configuration that cannot be used stops it, a device that is away does not. Thread-safe.
 */
@ApplicationScoped
public class DeviceHost {

  private static final Logger LOG = System.getLogger(DeviceHost.class.getName());

  /** Longest direct read-out of one device for {@link #surroundings}. */
  private static final Duration SURROUNDINGS_LIMIT = Duration.ofSeconds(1);

  /** Longest time for all drivers together to close when the hub stops. */
  private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(5);

  private Config config;
  private DataFolder data;
  private SiteDirectory sites;
  private Clock clock;
  private ThreadFactory factory;
  private Consumer<DeviceChanged> changes;
  private volatile DeviceSet devices = DeviceSet.none();
  private volatile boolean started;

  /** For the CDI proxy. */
  protected DeviceHost() {}

  /** A host that starts with the application. */
  @Inject
  public DeviceHost(
      Config config,
      DataFolder data,
      SiteDirectory sites,
      Clock clock,
      DeviceThreads threads,
      Event<DeviceChanged> changes) {
    this(sites, clock, threads::newThread, changes::fire);
    this.config = config;
    this.data = data;
  }

  /** A host without a container: {@link #start(HostSettings, PluginCatalog, Map)} begins. */
  public DeviceHost(
      SiteDirectory sites, Clock clock, ThreadFactory factory, Consumer<DeviceChanged> changes) {
    this.sites = sites;
    this.clock = clock;
    this.factory = factory;
    this.changes = changes;
  }

  /** Loads the plugins and makes the devices when the application starts; once. */
  synchronized void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    if (started) {
      return;
    }
    HostKeys keys = new HostKeys(config);
    PluginCatalog catalog =
        keys.pluginsFolder()
            .map(PluginCatalog::load)
            .orElseGet(() -> PluginCatalog.of("none", List.of()));
    try {
      start(keys.settings(data.folder("devices")), catalog, keys.deviceProperties());
    } catch (RuntimeException e) {
      catalog.close();
      throw e;
    }
  }

  /**
   * Makes the devices of {@code properties} and begins to connect them; returns without waiting for
   * any.
   *
   * @throws org.lightpath.platform.LightpathException INVALID_ARGUMENT at the first key or plugin
   *     that cannot be used, naming it; no device is then left behind
   */
  public synchronized void start(
      HostSettings settings, PluginCatalog catalog, Map<String, String> properties) {
    CallThreads threads = new CallThreads(factory, settings.maxAbandonedThreads());
    DeviceFactory makers = new DeviceFactory(settings, sites, clock, threads, changes);
    devices =
        DeviceSet.of(catalog, new DeviceConfigurations(catalog).in(properties), makers, threads);
    started = true;
    devices.start();
    LOG.log(Level.INFO, "{0} plugins, {1} devices", catalog.plugins().size(), devices.all().size());
  }

  /** Closes every driver, within 5 s together. */
  @PreDestroy
  public synchronized void stop() {
    devices.close(SHUTDOWN_LIMIT);
  }

  /** Whether the hub itself drives devices of that site. */
  public boolean drives(SiteCode site) {
    return !devices.of(site).isEmpty();
  }

  /** Every plugin, by folder name. */
  public List<PluginView> plugins() {
    return devices.plugins();
  }

  /** Every device of every site, by site and name; never waits for hardware. */
  public List<DeviceView> devices() {
    return devices.all().stream().map(DrivenDevice::view).toList();
  }

  /** The devices of a site by name, none if it has none; never waits for hardware. */
  public List<DeviceView> devices(SiteCode site) {
    return devices.of(site).stream().map(DrivenDevice::view).toList();
  }

  /** The device of that name, empty if there is none; never waits for hardware. */
  public Optional<DeviceView> find(SiteCode site, String name) {
    return devices.find(site, name).map(DrivenDevice::view);
  }

  /** The device of that name; NOT_FOUND, naming those there are, if there is none. */
  public DrivenDevice device(SiteCode site, String name) {
    return devices.get(site, name);
  }

  /** The camera of that name; NOT_FOUND if there is none, INVALID_ARGUMENT if it is no camera. */
  public Camera camera(SiteCode site, String name) {
    return devices.get(site, name, DeviceKind.CAMERA, Camera.class);
  }

  /** The focuser of that name; errors as for {@link #camera}. */
  public Focuser focuser(SiteCode site, String name) {
    return devices.get(site, name, DeviceKind.FOCUSER, Focuser.class);
  }

  /** The filter wheel of that name; errors as for {@link #camera}. */
  public FilterWheel filterWheel(SiteCode site, String name) {
    return devices.get(site, name, DeviceKind.FILTER_WHEEL, FilterWheel.class);
  }

  /** The mount of that name; errors as for {@link #camera}. */
  public Mount mount(SiteCode site, String name) {
    return devices.get(site, name, DeviceKind.MOUNT, Mount.class);
  }

  /**
   * What stands around a site's camera, read from the devices now, at most 1 s each. Never fails: a
   * part that is away or does not answer is empty.
   */
  public Surroundings surroundings(SiteCode site) {
    return devices.surroundings(site, SURROUNDINGS_LIMIT);
  }

  /** The call in which a plugin used up the memory, empty if none did: the hub must restart. */
  public Optional<String> outOfMemory() {
    return devices.outOfMemory();
  }

  /** Threads that are stuck in hung drivers. */
  public int abandonedThreads() {
    return devices.abandonedThreads();
  }

  /** Whether the plugins are loaded and the devices made. */
  public boolean isStarted() {
    return started;
  }
}
