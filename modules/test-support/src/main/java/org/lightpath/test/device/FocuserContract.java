package org.lightpath.test.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.FocuserDriver;

/** What every {@link FocuserDriver} has to hold. */
public abstract class FocuserContract extends DriverContract<FocuserDriver> {

  /** For plugins, which extend it. */
  protected FocuserContract() {}

  /** Length of an ordinary move, in steps. Default: 10. */
  protected int shortMoveSteps() {
    return 10;
  }

  @Override
  final void use(FocuserDriver subject) throws DeviceException {
    int position = subject.positionSteps();
    boolean upwards = position <= (subject.minSteps() + subject.maxSteps()) / 2;
    subject.moveTo(position + (upwards ? shortMoveSteps() : -shortMoveSteps()));
  }

  /** The farther end; must take much longer than {@link #promptly()} at the slow driver's speed. */
  @Override
  final void useForLong(FocuserDriver subject) throws DeviceException {
    int position = subject.positionSteps();
    boolean upwards = position <= (subject.minSteps() + subject.maxSteps()) / 2;
    subject.moveTo(upwards ? subject.maxSteps() : subject.minSteps());
  }

  @Test
  void limitsHoldThePosition() throws DeviceException {
    driver().connect();
    assertThat(driver().maxSteps()).as("highest, steps").isGreaterThan(driver().minSteps());
    assertThat(driver().positionSteps()).isBetween(driver().minSteps(), driver().maxSteps());
  }

  @Test
  void moveEndsAtItsTarget() throws DeviceException {
    driver().connect();
    int before = driver().positionSteps();
    use(driver());
    assertThat(Math.abs(driver().positionSteps() - before)).isEqualTo(shortMoveSteps());
  }

  @Test
  void moveToWhereItIsDoesNothing() throws DeviceException {
    driver().connect();
    int before = driver().positionSteps();
    driver().moveTo(before);
    assertThat(driver().positionSteps()).isEqualTo(before);
  }

  @Test
  void moveBeyondTheLimitsIsRefusedAndMovesNothing() throws DeviceException {
    driver().connect();
    int before = driver().positionSteps();
    int[] outside = {
      driver().minSteps() - 1, driver().maxSteps() + 1, Integer.MIN_VALUE, Integer.MAX_VALUE
    };
    for (int steps : outside) {
      assertFails(DeviceException.Code.OUT_OF_RANGE, () -> driver().moveTo(steps));
    }
    assertThat(driver().positionSteps()).isEqualTo(before);
  }

  @Test
  void abortedMoveRestsBetweenStartAndTarget() throws Exception {
    connectSlowDriver();
    int before = driver().positionSteps();
    RunningCall running = RunningCall.of(() -> useForLong(driver()));
    while (!running.endsWithin(Duration.ofMillis(200))) {
      driver().abort();
    }
    assertThat(running.failure()).isInstanceOf(DeviceException.class);
    int rest = driver().positionSteps();
    boolean upwards = before <= (driver().minSteps() + driver().maxSteps()) / 2;
    int target = upwards ? driver().maxSteps() : driver().minSteps();
    assertThat(rest).isBetween(Math.min(before, target), Math.max(before, target));
    assertThat(driver().positionSteps()).as("position at rest").isEqualTo(rest);
  }

  @Test
  void temperatureIsPossible() throws DeviceException {
    driver().connect();
    driver().temperatureCelsius().ifPresent(t -> assertThat(t).as("degC").isBetween(-100.0, 100.0));
  }
}
