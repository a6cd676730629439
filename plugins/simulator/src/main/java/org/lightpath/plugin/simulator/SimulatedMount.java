package org.lightpath.plugin.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.MountDriver;
import org.lightpath.device.spi.MountStatus;
import org.lightpath.plugin.simulator.sky.Horizon;
import org.lightpath.plugin.simulator.sky.HorizontalPosition;
import org.lightpath.plugin.simulator.sky.SkyPosition;

/** A mount that slews along great circles at constant speed and points without any error. */
final class SimulatedMount implements MountDriver, LightPart {

  private final Clock clock;
  private final Horizon horizon;
  private final MountSettings settings;
  private final Link link;
  private volatile MountMotion motion;

  SimulatedMount(DeviceContext context, MountSettings settings) {
    this.clock = context.clock();
    this.horizon = new Horizon(context.site().latitudeDegrees(), context.site().longitudeDegrees());
    this.settings = settings;
    this.motion = new MountMotion.Standing(settings.park(), true);
    this.link = new Link(context, LinkSettings.read(context, Fault.OF_MOVERS), this);
  }

  @Override
  public void connect() throws DeviceException {
    link.connect();
  }

  @Override
  public void abort() {
    link.abort();
  }

  @Override
  public void close() {
    link.close();
  }

  @Override
  public Optional<SkyPosition> pointing(Instant time) {
    return Optional.of(motion.position(horizon, time));
  }

  @Override
  public MountStatus status() throws DeviceException {
    link.sky();
    MountMotion now = motion;
    Instant time = clock.instant();
    SkyPosition place = now.position(horizon, time);
    HorizontalPosition direction = horizon.toHorizontal(place, time);
    return new MountStatus(
        place.rightAscensionDegrees(),
        place.declinationDegrees(),
        direction.altitudeDegrees(),
        direction.azimuthDegrees(),
        now instanceof MountMotion.Tracking,
        now instanceof MountMotion.Slewing,
        now instanceof MountMotion.Standing standing && standing.parked());
  }

  @Override
  public void slewTo(double rightAscensionDegrees, double declinationDegrees)
      throws DeviceException {
    if (!(rightAscensionDegrees >= 0 && rightAscensionDegrees < 360)) {
      throw outOfRange(
          "right ascension %s is outside 0 to 360 deg".formatted(rightAscensionDegrees));
    }
    if (!(declinationDegrees >= -90 && declinationDegrees <= 90)) {
      throw outOfRange("declination %s is outside -90 to 90 deg".formatted(declinationDegrees));
    }
    SkyPosition target = new SkyPosition(rightAscensionDegrees, declinationDegrees);
    double altitude = horizon.toHorizontal(target, clock.instant()).altitudeDegrees();
    if (altitude < settings.minAltitudeDegrees()) {
      throw outOfRange(
          "right ascension %.4f deg, declination %.4f deg stands at altitude %.1f deg, the limit is %.1f deg"
              .formatted(
                  rightAscensionDegrees,
                  declinationDegrees,
                  altitude,
                  settings.minAltitudeDegrees()));
    }
    go(target, new MountMotion.Tracking(target));
  }

  @Override
  public void park() throws DeviceException {
    go(
        horizon.toSky(settings.park(), clock.instant()),
        new MountMotion.Standing(settings.park(), true));
  }

  private void go(SkyPosition target, MountMotion then) throws DeviceException {
    try (Link.Call call = link.begin("slew")) {
      MountMotion before = motion;
      SkyPosition from = before.position(horizon, clock.instant());
      double degrees = from.separationDegrees(target);
      Travel way = call.travel(degrees / settings.slewDegreesPerSecond());
      motion = new MountMotion.Slewing(from, target, way, before instanceof MountMotion.Tracking);
      try {
        call.await(way);
        motion = then;
      } finally {
        motion = motion.stopped(horizon, clock.instant());
      }
    }
  }

  private static DeviceException outOfRange(String message) {
    return new DeviceException(DeviceException.Code.OUT_OF_RANGE, message);
  }
}
