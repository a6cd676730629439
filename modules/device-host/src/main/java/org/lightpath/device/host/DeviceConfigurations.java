package org.lightpath.device.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lightpath.device.spi.Setting;
import org.lightpath.platform.SiteCode;

/**
 * Reads the keys {@code lightpath.site.<site>.device.<device>.<key>}: {@code driver} and the other
 * {@link DeviceKeys} are the host's, the rest are settings of the driver.
 */
final class DeviceConfigurations {

  /** What every key of a site begins with. */
  static final String SITES = "lightpath.site.";

  private static final Pattern DEVICE_KEY =
      Pattern.compile("lightpath\\.site\\.([^.]+)\\.device\\.([^.]+)\\.(.+)");
  private static final Pattern ANY_DEVICE_KEY =
      Pattern.compile("lightpath\\.site\\.[^.]+\\.device(\\..*)?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,32}");

  private final PluginCatalog catalog;

  DeviceConfigurations(PluginCatalog catalog) {
    this.catalog = catalog;
  }

  private record Place(String site, String device) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int bySite = site.compareTo(other.site);
      return bySite != 0 ? bySite : device.compareTo(other.device);
    }
  }

  /** Whether {@code key} is about a device. */
  static boolean isDeviceKey(String key) {
    return ANY_DEVICE_KEY.matcher(key).matches();
  }

  /**
   * Every configured device, by site and name. A key with an empty value counts as absent.
   *
   * @param properties keys and values; those that are not about devices are passed over
   * @throws org.lightpath.platform.LightpathException INVALID_ARGUMENT at the first fault; the
   *     message names the key, the driver's jar if there is one, and what to write
   */
  List<DeviceConfiguration> in(Map<String, String> properties) {
    Map<Place, Map<String, String>> places = new TreeMap<>();
    properties.forEach(
        (key, value) -> {
          if (isDeviceKey(key)) {
            Matcher matcher = DEVICE_KEY.matcher(key);
            if (!matcher.matches()) {
              throw Refusal.of(
                  "%s is no key: write %s",
                  key, DeviceConfiguration.prefix("<site>", "<device>") + "<key>");
            }
            Place place = new Place(matcher.group(1), matcher.group(2));
            Map<String, String> values = places.computeIfAbsent(place, p -> new TreeMap<>());
            if (!value.isBlank()) {
              values.put(matcher.group(3), value.strip());
            }
          }
        });
    List<DeviceConfiguration> devices = new ArrayList<>();
    places.forEach((place, values) -> devices.add(device(place, values)));
    return List.copyOf(devices);
  }

  private DeviceConfiguration device(Place place, Map<String, String> values) {
    String prefix = DeviceConfiguration.prefix(place.site(), place.device());
    if (!SiteCode.isValid(place.site())) {
      throw Refusal.of("%s*: site code '%s' is not 2-16 letters or digits", prefix, place.site());
    }
    if (!NAME.matcher(place.device()).matches()) {
      throw Refusal.of(
          "%s*: device name '%s' is not 1-32 letters, digits or _", prefix, place.device());
    }
    DriverSource driver = driver(place.device(), prefix, values);
    DeviceTimeouts timeouts =
        new DeviceTimeouts(
            DeviceKeys.CALL_TIMEOUT.durationIn(values, prefix),
            DeviceKeys.MOVE_TIMEOUT.durationIn(values, prefix),
            DeviceKeys.READOUT_TIMEOUT.durationIn(values, prefix));
    return new DeviceConfiguration(
        new SiteCode(place.site()),
        place.device(),
        driver,
        settings(driver, prefix, values),
        timeouts);
  }

  private DriverSource driver(String device, String prefix, Map<String, String> values) {
    String id = values.get(DeviceKeys.DRIVER.key());
    if (id == null) {
      throw Refusal.of(
          "%sdriver is missing or empty; write the id of a driver, known are: %s",
          prefix, catalog.knownDrivers());
    }
    List<DeviceKind> kinds = catalog.kindsOf(id);
    if (kinds.isEmpty()) {
      throw Refusal.of(
          "%sdriver=%s: no plugin brings a driver '%s'; known are: %s",
          prefix, id, id, catalog.knownDrivers());
    }
    DeviceKind kind = kind(device, prefix, values, kinds);
    return catalog
        .find(kind, id)
        .orElseThrow(
            () ->
                Refusal.of(
                    "%sdriver=%s: no plugin brings a %s driver '%s', only for: %s; known are: %s",
                    prefix, id, kind.label(), id, labels(kinds), catalog.knownDrivers()));
  }

  private static DeviceKind kind(
      String device, String prefix, Map<String, String> values, List<DeviceKind> kinds) {
    String written = values.get(DeviceKeys.KIND.key());
    if (written != null) {
      return DeviceKind.ofLabel(written)
          .orElseThrow(
              () ->
                  Refusal.of(
                      "%skind=%s is no kind of device; write one of %s",
                      prefix, written, DeviceKind.labels()));
    }
    if (kinds.size() == 1) {
      return kinds.get(0);
    }
    return DeviceKind.ofDeviceName(device)
        .filter(kinds::contains)
        .orElseThrow(
            () ->
                Refusal.of(
                    "%sdriver=%s is there for several kinds of device and the name '%s' does not "
                        + "say which; write %skind= with one of %s",
                    prefix, values.get(DeviceKeys.DRIVER.key()), device, prefix, labels(kinds)));
  }

  private static Map<String, String> settings(
      DriverSource driver, String prefix, Map<String, String> values) {
    Map<String, String> settings = new HashMap<>();
    values.forEach(
        (key, value) -> {
          if (!DeviceKeys.isHostKey(key)) {
            if (driver.setting(key).isEmpty()) {
              throw unknownSetting(driver, prefix, key);
            }
            settings.put(key, value);
          }
        });
    for (Setting setting : driver.settings()) {
      if (setting.required() && !settings.containsKey(setting.name())) {
        throw Refusal.of(
            "%s%s is missing: %s needs it: %s",
            prefix, setting.name(), driver.described(), setting.meaning());
      }
      if (!setting.defaultValue().isEmpty()) {
        settings.putIfAbsent(setting.name(), setting.defaultValue());
      }
    }
    return settings;
  }

  private static RuntimeException unknownSetting(DriverSource driver, String prefix, String key) {
    List<String> known = new ArrayList<>(driver.settings().stream().map(Setting::name).toList());
    for (DeviceKeys host : DeviceKeys.values()) {
      known.add(host.key());
    }
    return Refusal.of(
        "%s%s: %s has no setting '%s'; it knows: %s",
        prefix, key, driver.described(), key, String.join(", ", known));
  }

  private static String labels(List<DeviceKind> kinds) {
    return kinds.stream().map(DeviceKind::label).collect(Collectors.joining(", "));
  }
}
