package org.lightpath.plugin.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * The temperature of a sensor: it nears its goal exponentially, the cooler's target or, when off,
 * the air. Computed from the clock alone. Immutable.
 *
 * @param startCelsius temperature at {@code since}
 * @param goalCelsius temperature that it nears
 * @param since when it set out
 * @param timeConstantSeconds real time in which the distance from the goal falls to 37 %
 */
record Cooler(double startCelsius, double goalCelsius, Instant since, double timeConstantSeconds) {

  /** Temperature at {@code time}, degrees Celsius. */
  double celsius(Instant time) {
    double seconds = Math.max(0, Duration.between(since, time).toMillis() / 1000.0);
    double left = Math.exp(-seconds / timeConstantSeconds);
    return goalCelsius + (startCelsius - goalCelsius) * left;
  }

  /** The same sensor on its way to another goal from {@code time} on. */
  Cooler towards(double celsius, Instant time) {
    return new Cooler(celsius(time), celsius, time, timeConstantSeconds);
  }
}
