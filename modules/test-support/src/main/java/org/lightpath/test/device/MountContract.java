package org.lightpath.test.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.MountDriver;
import org.lightpath.device.spi.MountStatus;

/** What every {@link MountDriver} has to hold. */
public abstract class MountContract extends DriverContract<MountDriver> {

  /** For plugins, which extend it. */
  protected MountContract() {}

  /** A place above the horizon: right ascension, ICRS, degrees. */
  protected abstract double visibleRightAscensionDegrees();

  /** The same place: declination, ICRS, degrees. */
  protected abstract double visibleDeclinationDegrees();

  /**
   * A place that is never above the mount's horizon: declination, ICRS, degrees; for example the
   * other hemisphere's pole.
   */
  protected abstract double hiddenDeclinationDegrees();

  /** How well the mount points. Default: 60 arcsec. */
  protected double pointingToleranceArcsec() {
    return 60;
  }

  /** Asks for its status: a slew from anywhere could take long. */
  @Override
  final void use(MountDriver subject) throws DeviceException {
    subject.status();
  }

  /** A slew that takes much longer than {@link #promptly()} from where a slow driver stands. */
  @Override
  final void useForLong(MountDriver subject) throws DeviceException {
    subject.slewTo(visibleRightAscensionDegrees(), visibleDeclinationDegrees());
  }

  @Test
  void statusHoldsPossibleValues() throws DeviceException {
    driver().connect();
    assertPossible(driver().status());
  }

  @Test
  void slewEndsAtItsTargetTracking() throws DeviceException {
    driver().connect();
    driver().slewTo(visibleRightAscensionDegrees(), visibleDeclinationDegrees());
    MountStatus status = driver().status();
    assertPossible(status);
    assertThat(separationArcsec(status))
        .as("distance, arcsec")
        .isLessThan(pointingToleranceArcsec());
    assertThat(status.altitudeDegrees()).as("altitude, deg").isPositive();
    assertThat(status.tracking()).as("tracking").isTrue();
    assertThat(status.slewing()).as("slewing").isFalse();
    assertThat(status.parked()).as("parked").isFalse();
  }

  @Test
  void parkStopsTracking() throws DeviceException {
    driver().connect();
    driver().slewTo(visibleRightAscensionDegrees(), visibleDeclinationDegrees());
    driver().park();
    MountStatus status = driver().status();
    assertPossible(status);
    assertThat(status.parked()).as("parked").isTrue();
    assertThat(status.tracking()).as("tracking").isFalse();
    assertThat(status.slewing()).as("slewing").isFalse();
  }

  @Test
  void statusWhileSlewingSaysSo() throws Exception {
    connectSlowDriver();
    RunningCall running = RunningCall.of(() -> useForLong(driver()));
    boolean slewing = false;
    while (!slewing && !running.endsWithin(Duration.ofMillis(5))) {
      MountStatus status = driver().status();
      assertPossible(status);
      slewing = status.slewing();
    }
    driver().abort();
    assertThat(slewing).as("slewing was seen").isTrue();
  }

  @Test
  void abortedSlewDoesNotGoOn() throws Exception {
    connectSlowDriver();
    RunningCall running = RunningCall.of(() -> useForLong(driver()));
    do {
      driver().abort();
    } while (!running.endsWithin(Duration.ofMillis(200)));
    assertThat(driver().status().slewing()).as("slewing").isFalse();
  }

  @Test
  void placeThatIsNoneIsRefused() throws DeviceException {
    driver().connect();
    double[][] places = {
      {-0.001, 0}, {360, 0}, {0, 90.001}, {0, -90.001}, {Double.NaN, 0}, {0, Double.NaN}
    };
    for (double[] place : places) {
      assertFails(DeviceException.Code.OUT_OF_RANGE, () -> driver().slewTo(place[0], place[1]));
    }
  }

  @Test
  void placeBelowTheHorizonIsRefusedAndMovesNothing() throws DeviceException {
    driver().connect();
    MountStatus before = driver().status();
    assertFails(
        DeviceException.Code.OUT_OF_RANGE,
        () -> driver().slewTo(visibleRightAscensionDegrees(), hiddenDeclinationDegrees()));
    assertThat(driver().status().declinationDegrees())
        .isCloseTo(before.declinationDegrees(), within(0.1));
  }

  private static void assertPossible(MountStatus status) {
    assertThat(status.rightAscensionDegrees()).as("right ascension, deg").isBetween(0.0, 360.0);
    assertThat(status.rightAscensionDegrees()).as("right ascension, deg").isLessThan(360);
    assertThat(status.declinationDegrees()).as("declination, deg").isBetween(-90.0, 90.0);
    assertThat(status.altitudeDegrees()).as("altitude, deg").isBetween(-90.0, 90.0);
    assertThat(status.azimuthDegrees()).as("azimuth, deg").isBetween(0.0, 360.0);
    assertThat(status.azimuthDegrees()).as("azimuth, deg").isLessThan(360);
    assertThat(status.parked() && status.slewing()).as("parked and slewing at once").isFalse();
  }

  private double separationArcsec(MountStatus status) {
    double dec1 = Math.toRadians(status.declinationDegrees());
    double dec2 = Math.toRadians(visibleDeclinationDegrees());
    double dRa = Math.toRadians(status.rightAscensionDegrees() - visibleRightAscensionDegrees());
    double sinHalfDec = Math.sin((dec1 - dec2) / 2);
    double sinHalfRa = Math.sin(dRa / 2);
    double h = sinHalfDec * sinHalfDec + Math.cos(dec1) * Math.cos(dec2) * sinHalfRa * sinHalfRa;
    return Math.toDegrees(2 * Math.asin(Math.sqrt(h))) * 3600;
  }
}
