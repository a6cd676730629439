package org.lightpath.test.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lightpath.device.spi.DeviceDriver;
import org.lightpath.device.spi.DeviceException;

/**
 * The life cycle that every driver has, whatever its kind. Plugins extend the contract of a kind,
 * not this class.
 *
 * @param <D> the kind of driver
 */
@Timeout(300)
public abstract class DriverContract<D extends DeviceDriver> {

  /** How often a stop is asked for again: a stop before the call has begun does nothing. */
  private static final Duration AGAIN = Duration.ofMillis(200);

  private D driver;

  /** Only the contracts of this package extend it. */
  DriverContract() {}

  /** A new driver for one test, not connected; its device must be reachable. */
  protected abstract D newDriver() throws Exception;

  /**
   * A new driver as {@link #newDriver()} gives it, for tests that stop a long call: a device whose
   * speed can be set should be slow here and quick there. Default: {@link #newDriver()}.
   */
  protected D newSlowDriver() throws Exception {
    return newDriver();
  }

  /**
   * How soon a call must end after it was stopped by abort, close or interrupt. Default: 5 s; raise
   * it for a device that is slow to stop.
   */
  protected Duration promptly() {
    return Duration.ofSeconds(5);
  }

  /** One short ordinary call, to see whether the driver works. */
  abstract void use(D subject) throws DeviceException;

  /** A call that takes much longer than {@link #promptly()} unless it is stopped. */
  abstract void useForLong(D subject) throws DeviceException;

  /** The driver under test. */
  final D driver() {
    return driver;
  }

  @BeforeEach
  final void makeDriver() throws Exception {
    driver = newDriver();
  }

  /** Takes the slow driver instead of the one made before the test. */
  final void connectSlowDriver() throws Exception {
    driver.close();
    driver = newSlowDriver();
    driver.connect();
  }

  @AfterEach
  final void closeDriver() {
    driver.close();
  }

  @Test
  void connectingTwiceIsConnectingOnce() throws DeviceException {
    driver.connect();
    driver.connect();
    use(driver);
  }

  @Test
  void closingTwiceIsClosingOnce() throws DeviceException {
    driver.connect();
    driver.close();
    assertThatCode(driver::close).doesNotThrowAnyException();
  }

  @Test
  void closingWithoutConnectingIsFine() {
    assertThatCode(driver::close).doesNotThrowAnyException();
  }

  @Test
  void abortWhileIdleChangesNothing() throws DeviceException {
    driver.connect();
    driver.abort();
    use(driver);
  }

  @Test
  void callBeforeConnectFailsAsAway() {
    assertFails(DeviceException.Code.AWAY, () -> use(driver));
  }

  @Test
  void callAfterCloseFailsAsAway() throws DeviceException {
    driver.connect();
    use(driver);
    driver.close();
    assertFails(DeviceException.Code.AWAY, () -> use(driver));
  }

  @Test
  void abortEndsRunningCallAsAborted() throws Exception {
    connectSlowDriver();
    DeviceException end = stoppedBy(running -> driver.abort());
    assertThat(end.code())
        .as("code of '%s'", end.getMessage())
        .isEqualTo(DeviceException.Code.ABORTED);
  }

  @Test
  void interruptEndsRunningCallAsAborted() throws Exception {
    connectSlowDriver();
    DeviceException end = stoppedBy(Thread::interrupt);
    assertThat(end.code())
        .as("code of '%s'", end.getMessage())
        .isEqualTo(DeviceException.Code.ABORTED);
  }

  @Test
  void closeEndsRunningCall() throws Exception {
    connectSlowDriver();
    DeviceException end = stoppedBy(running -> driver.close());
    assertThat(end.code())
        .as("code of '%s'", end.getMessage())
        .isIn(DeviceException.Code.AWAY, DeviceException.Code.ABORTED);
  }

  @Test
  void worksAgainAfterAbort() throws Exception {
    connectSlowDriver();
    stoppedBy(running -> driver.abort());
    use(driver);
  }

  /** Asserts that {@code call} fails with {@code code} and a message for the observer. */
  static void assertFails(DeviceException.Code code, ThrowingCallable call) {
    assertThatCode(call)
        .isInstanceOfSatisfying(
            DeviceException.class,
            e -> {
              assertThat(e.code()).as("code of '%s'", e.getMessage()).isEqualTo(code);
              assertThat(e.getMessage()).as("message").isNotBlank();
            });
  }

  /** Runs the long call in a thread, stops it and gives what it failed with. */
  private DeviceException stoppedBy(Stop stop) throws Exception {
    RunningCall running = RunningCall.of(() -> useForLong(driver));
    assertThat(running.endsWithin(AGAIN)).as("the long call ends at once").isFalse();
    long deadline = System.nanoTime() + promptly().toNanos();
    do {
      stop.on(running.thread());
    } while (!running.endsWithin(AGAIN) && System.nanoTime() < deadline);
    assertThat(running.endsWithin(Duration.ZERO))
        .as("the call ends within %s s of the stop", promptly().toSeconds())
        .isTrue();
    assertThat(running.failure())
        .as("what a stopped call throws")
        .isInstanceOf(DeviceException.class);
    return (DeviceException) running.failure();
  }

  /** One way to stop the call that runs in a thread. */
  private interface Stop {
    void on(Thread running);
  }
}
