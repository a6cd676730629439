package org.lightpath.plugin.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.DeviceDriver;
import org.lightpath.device.spi.DeviceProvider;
import org.lightpath.device.spi.FilterWheelDriver;
import org.lightpath.device.spi.FocuserDriver;
import org.lightpath.device.spi.MountDriver;
import org.lightpath.test.device.DeviceContexts;

/** A site of simulated devices for one test; runs a thousand times faster than real unless told. */
final class TwinSite {

  /** M13 stands 82 degrees high over the site of {@link DeviceContexts#site} then. */
  static final Instant NIGHT = Instant.parse("2026-06-15T07:00:00Z");

  private static final AtomicInteger SITES = new AtomicInteger();

  private final String code = "twin" + SITES.incrementAndGet();
  private final Clock clock;

  private TwinSite(Clock clock) {
    this.clock = clock;
  }

  /** A site where it is always {@link #NIGHT}. */
  static TwinSite atNight() {
    return new TwinSite(Clock.fixed(NIGHT, ZoneOffset.UTC));
  }

  /** A site with another clock. */
  static TwinSite with(Clock clock) {
    return new TwinSite(clock);
  }

  DeviceContext context(DeviceProvider<?> provider, String name, String... namesAndValues) {
    Map<String, String> settings = new HashMap<>();
    settings.put("time-scale", "1000");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return DeviceContexts.of(
        provider, DeviceContexts.site(code), name, settings, Path.of("."), clock);
  }

  private <D extends DeviceDriver> D make(
      DeviceProvider<D> provider, String name, String... settings) {
    return provider.create(context(provider, name, settings));
  }

  CameraDriver camera(String... settings) {
    return make(new SimulatedCameraProvider(), "camera1", settings);
  }

  FocuserDriver focuser(String... settings) {
    return make(new SimulatedFocuserProvider(), "focuser1", settings);
  }

  FilterWheelDriver filterWheel(String... settings) {
    return make(new SimulatedFilterWheelProvider(), "filterwheel1", settings);
  }

  MountDriver mount(String... settings) {
    return make(new SimulatedMountProvider(), "mount1", settings);
  }
}
