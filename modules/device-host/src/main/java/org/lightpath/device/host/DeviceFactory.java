package org.lightpath.device.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.DeviceDriver;
import org.lightpath.device.spi.SiteLocation;
import org.lightpath.platform.DeviceChanged;
import org.lightpath.platform.Site;
import org.lightpath.platform.SiteDirectory;

/** Makes the devices of the configuration, each with its first driver; touches no hardware. */
final class DeviceFactory {

  private final HostSettings settings;
  private final SiteDirectory sites;
  private final Clock clock;
  private final CallThreads threads;
  private final Consumer<DeviceChanged> changes;

  DeviceFactory(
      HostSettings settings,
      SiteDirectory sites,
      Clock clock,
      CallThreads threads,
      Consumer<DeviceChanged> changes) {
    this.settings = settings;
    this.sites = sites;
    this.clock = clock;
    this.threads = threads;
    this.changes = changes;
  }

  /**
   * The device of that configuration.
   *
   * @throws org.lightpath.platform.LightpathException INVALID_ARGUMENT if the directory does not
   *     know its site or the driver refuses its settings
   */
  DrivenDevice make(DeviceConfiguration configuration) {
    DrivenDevice made =
        switch (configuration.driver().kind()) {
          case CAMERA -> new Camera(device(configuration, new CameraProfile()));
          case FOCUSER -> new Focuser(device(configuration, new FocuserProfile()));
          case FILTER_WHEEL -> new FilterWheel(device(configuration, new FilterWheelProfile()));
          case MOUNT -> new Mount(device(configuration, new MountProfile()));
        };
    made.device().create();
    return made;
  }

  private <D extends DeviceDriver, F, R> Device<D, F, R> device(
      DeviceConfiguration configuration, DeviceProfile<D, F, R> profile) {
    DeviceContext context = context(configuration);
    DeviceCondition condition =
        new DeviceCondition(configuration, clock, new Announcements(changes));
    DriverSeat<D> seat =
        new DriverSeat<>(
            configuration,
            settings.pace(),
            threads,
            condition,
            () -> driver(configuration, profile, context));
    return new Device<>(configuration, profile, settings.pace(), threads, condition, seat);
  }

  private static <D extends DeviceDriver> D driver(
      DeviceConfiguration configuration, DeviceProfile<D, ?, ?> profile, DeviceContext context) {
    DeviceDriver driver = configuration.driver().create(context);
    if (driver == null) {
      throw new IllegalStateException("create() returned null");
    }
    return profile.driverType().cast(driver);
  }

  private DeviceContext context(DeviceConfiguration configuration) {
    Site site =
        sites
            .find(configuration.site())
            .orElseThrow(
                () ->
                    Refusal.of(
                        "%sdriver: there is no site '%s'; known are: %s",
                        configuration.prefix(),
                        configuration.site(),
                        sites.all().stream().map(known -> known.code().value()).toList()));
    SiteLocation location =
        new SiteLocation(
            site.code().value(),
            site.latitudeDegrees(),
            site.longitudeDegrees(),
            site.elevationMetres(),
            site.ambientCelsius(),
            site.pressureHectopascals());
    return new DeviceContext(
        location, configuration.name(), configuration.settings(), scratch(configuration), clock);
  }

  private Path scratch(DeviceConfiguration configuration) {
    Path folder =
        settings.scratch().resolve(configuration.site().value()).resolve(configuration.name());
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw Refusal.because(
          e,
          "%s*: its folder %s cannot be made: %s",
          configuration.prefix(),
          folder,
          Refusal.said(e));
    }
  }
}
