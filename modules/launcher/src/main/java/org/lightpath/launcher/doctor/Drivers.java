package org.lightpath.launcher.doctor;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lightpath.device.host.DeviceKeys;
import org.lightpath.device.host.PluginView;
import org.lightpath.device.spi.Setting;

/**
 * Which settings of devices may be shown: those that a driver lists and does not call a secret. One
 * that nobody lists may be a secret with a misspelt name.
 */
final class Drivers {

  private static final Pattern SETTING =
      Pattern.compile("lightpath\\.site\\.[^.]+\\.device\\.[^.]+\\.(.+)");

  private final Set<String> shown;

  /** The drivers of those plugins. */
  Drivers(List<PluginView> plugins) {
    List<Setting> settings =
        plugins.stream()
            .map(PluginView::drivers)
            .flatMap(Collection::stream)
            .map(PluginView.Driver::settings)
            .flatMap(Collection::stream)
            .toList();
    Set<String> secrets =
        settings.stream().filter(Setting::sensitive).map(Setting::name).collect(Collectors.toSet());
    Stream<String> hosts = Stream.of(DeviceKeys.values()).map(DeviceKeys::key);
    shown =
        Stream.concat(hosts, settings.stream().map(Setting::name))
            .filter(name -> !secrets.contains(name))
            .collect(Collectors.toSet());
  }

  boolean mayShow(String key) {
    Matcher setting = SETTING.matcher(key);
    return !setting.matches() || shown.contains(setting.group(1));
  }
}
