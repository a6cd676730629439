package org.lightpath.plugin.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.OptionalDouble;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.FocuserDriver;

/**
 * A focuser that moves at constant speed. Its best position drifts with the temperature of the
 * tube, which is that of the air.
 */
final class SimulatedFocuser implements FocuserDriver, LightPart {

  /** Beyond it a star is no star any more and the model ends. */
  private static final double LARGEST_BLUR_ARCSEC = 40;

  private final Clock clock;
  private final SiteAir air;
  private final FocuserSettings settings;
  private final Link link;
  private volatile Move move;

  SimulatedFocuser(DeviceContext context, FocuserSettings settings) {
    this.clock = context.clock();
    this.air = SiteAir.of(context.site());
    this.settings = settings;
    this.move = Move.restingAt(settings.bestFocusSteps());
    this.link = new Link(context, LinkSettings.read(context, Fault.OF_MOVERS), this);
  }

  /** From where to where it moves, or moved last. */
  private record Move(int from, int to, Travel way) {
    static Move restingAt(int steps) {
      return new Move(steps, steps, Travel.DONE);
    }

    int position() {
      return (int) Math.round(from + ((double) to - from) * way.fraction());
    }
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
  public int minSteps() {
    return settings.minSteps();
  }

  @Override
  public int maxSteps() {
    return settings.maxSteps();
  }

  @Override
  public int positionSteps() throws DeviceException {
    link.sky();
    return move.position();
  }

  @Override
  public void moveTo(int steps) throws DeviceException {
    if (steps < minSteps() || steps > maxSteps()) {
      throw new DeviceException(
          DeviceException.Code.OUT_OF_RANGE,
          "focuser position %d is outside %d to %d steps".formatted(steps, minSteps(), maxSteps()));
    }
    try (Link.Call call = link.begin("move")) {
      int from = move.position();
      double seconds = Math.abs((double) steps - from) / settings.stepsPerSecond();
      Travel way = call.travel(seconds);
      move = new Move(from, steps, way);
      try {
        call.await(way);
      } finally {
        move = Move.restingAt(move.position());
      }
    }
  }

  @Override
  public OptionalDouble temperatureCelsius() throws DeviceException {
    link.sky();
    return OptionalDouble.of(air.celsius(clock.instant()));
  }

  /** Blur in proportion to the distance from the best position at the tube's temperature. */
  @Override
  public double defocusArcsec(Instant time) {
    double warmer = air.celsius(time) - air.midnightCelsius();
    double best = settings.bestFocusSteps() + settings.driftStepsPerCelsius() * warmer;
    double blur = Math.abs(move.position() - best) * settings.blurArcsecPerStep();
    return Math.min(blur, LARGEST_BLUR_ARCSEC);
  }
}
