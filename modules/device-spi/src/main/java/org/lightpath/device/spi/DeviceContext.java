package org.lightpath.device.spi;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a driver knows of its place when it is made.
 *
 * @param site the site that the device belongs to
 * @param deviceName its name there, for example {@code camera1}
 * @param settings its settings; those left out hold their default, so every listed name that has a
 *     default is present
 * @param scratch a folder of its own that it may write to; exists, kept between starts
 * @param clock the hub's clock, UTC; a driver asks it, never {@code Instant.now()}
 */
public record DeviceContext(
    SiteLocation site, String deviceName, Map<String, String> settings, Path scratch, Clock clock) {

  /** Copies the settings. */
  public DeviceContext {
    settings = Map.copyOf(settings);
  }
}
