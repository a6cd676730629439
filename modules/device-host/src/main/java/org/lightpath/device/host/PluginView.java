package org.lightpath.device.host;

import java.util.List;
import java.util.Optional;
import org.lightpath.device.spi.Setting;

/**
 * A plugin that is loaded.
 *
 * @param id its id: from its {@code plugin.properties}, else the name of its folder
 * @param version its version, as its maker writes it
 * @param drivers what it brings, by kind and id
 */
public record PluginView(String id, Optional<String> version, List<Driver> drivers) {

  /** Copies the list. */
  public PluginView {
    drivers = List.copyOf(drivers);
  }

  /**
   * One driver of a plugin.
   *
   * @param kind what it drives
   * @param id name under which a site chooses it
   * @param jar file name of its jar
   * @param settings every setting it reads
   */
  public record Driver(DeviceKind kind, String id, String jar, List<Setting> settings) {

    /** Copies the list. */
    public Driver {
      settings = List.copyOf(settings);
    }
  }
}
