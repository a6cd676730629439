package org.lightpath.plugin.simulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.SiteLocation;
import org.lightpath.plugin.simulator.sky.Horizon;
import org.lightpath.plugin.simulator.sky.HorizontalPosition;
import org.lightpath.plugin.simulator.sky.SkyPosition;

/**
 * The one telescope under one sky that all simulated devices of a site make up. Exists from the
 * first device that connects until the last one is closed. Thread-safe.
 */
final class TwinSky {

  private static final int MOST_SITES = 256;
  private static final int MOST_DEVICES = 64;

  /** By site code; all drivers of a plugin share a class loader, so this is where they meet. */
  private static final Map<String, TwinSky> SKIES = new HashMap<>();

  private final Horizon horizon;
  private final ConcurrentSkipListMap<String, LightPart> parts = new ConcurrentSkipListMap<>();

  private TwinSky(SiteLocation site) {
    horizon = new Horizon(site.latitudeDegrees(), site.longitudeDegrees());
  }

  /**
   * What a camera sees.
   *
   * @param pointing middle of the field
   * @param defocusArcsec blur by the focusers, full width at half maximum
   * @param throughput part of the light that the filters let through
   */
  record View(SkyPosition pointing, double defocusArcsec, double throughput) {}

  /** One device's place under the sky. */
  static final class Membership {
    private final String site;
    private final TwinSky sky;
    private final String device;
    private final LightPart part;

    private Membership(String site, TwinSky sky, String device, LightPart part) {
      this.site = site;
      this.sky = sky;
      this.device = device;
      this.part = part;
    }

    TwinSky sky() {
      return sky;
    }

    /** Leaves; the last one takes the sky along. Leaving twice does nothing. */
    void leave() {
      synchronized (SKIES) {
        sky.parts.remove(device, part);
        if (sky.parts.isEmpty()) {
          SKIES.remove(site, sky);
        }
      }
    }
  }

  /**
   * Puts a device under the sky of its site. A device of the same name, left over by a driver that
   * hangs, gives way.
   *
   * @throws DeviceException FAILED if there are too many sites or devices
   */
  static Membership join(SiteLocation site, String device, LightPart part) throws DeviceException {
    synchronized (SKIES) {
      if (!SKIES.containsKey(site.code()) && SKIES.size() >= MOST_SITES) {
        throw tooMany("%d sites have simulated devices".formatted(SKIES.size()), MOST_SITES);
      }
      TwinSky sky = SKIES.computeIfAbsent(site.code(), code -> new TwinSky(site));
      if (!sky.parts.containsKey(device) && sky.parts.size() >= MOST_DEVICES) {
        throw tooMany(
            "site %s has %d simulated devices".formatted(site.code(), sky.parts.size()),
            MOST_DEVICES);
      }
      sky.parts.put(device, part);
      return new Membership(site.code(), sky, device, part);
    }
  }

  private static DeviceException tooMany(String what, int most) {
    return new DeviceException(
        DeviceException.Code.FAILED, "%s, more than %d is not possible".formatted(what, most));
  }

  /** How many sites have a sky, for tests of its end. */
  static int count() {
    synchronized (SKIES) {
      return SKIES.size();
    }
  }

  /**
   * What a camera sees at {@code time}: along the first mount by name (the zenith without one),
   * through all filters, blurred by all focusers.
   */
  View view(Instant time) {
    Optional<SkyPosition> pointing = Optional.empty();
    double blur = 0;
    double throughput = 1;
    for (LightPart part : parts.values()) {
      pointing = pointing.isPresent() ? pointing : part.pointing(time);
      blur = Math.hypot(blur, part.defocusArcsec(time));
      throughput *= part.throughput();
    }
    SkyPosition middle =
        pointing.orElseGet(() -> horizon.toSky(new HorizontalPosition(90, 0), time));
    return new View(middle, blur, throughput);
  }
}
