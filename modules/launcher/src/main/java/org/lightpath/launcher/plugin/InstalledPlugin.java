package org.lightpath.launcher.plugin;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A plugin and what it brings.
 *
 * @param description what it says about itself
 * @param drivers what its providers say
 */
public record InstalledPlugin(PluginDescription description, List<Driver> drivers) {

  /**
   * One driver.
   *
   * @param kind what it drives, for example {@code camera}
   * @param id name under which a site chooses it
   * @param settings names of the settings it reads
   */
  public record Driver(String kind, String id, List<String> settings) {

    boolean isSameAs(Driver other) {
      return kind.equals(other.kind) && id.equals(other.id);
    }
  }

  /** One line: {@code simulator 0.1.0 (SPI 1): camera sim, mount sim}. */
  @Override
  public String toString() {
    return "%s %s (SPI %d): %s"
        .formatted(
            description.id(),
            description.version(),
            description.spi(),
            drivers.stream()
                .map(it -> it.kind() + " " + it.id())
                .collect(Collectors.joining(", ")));
  }
}
