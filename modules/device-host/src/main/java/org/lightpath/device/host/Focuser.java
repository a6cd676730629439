package org.lightpath.device.host;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.lightpath.device.spi.FocuserDriver;

/** A focuser. Turns and faults as for {@link Camera}. */
public final class Focuser extends DrivenDevice {

  private final Device<FocuserDriver, FocuserProfile.Range, FocuserProfile.ReadOut> device;

  Focuser(Device<FocuserDriver, FocuserProfile.Range, FocuserProfile.ReadOut> device) {
    this.device = device;
  }

  @Override
  Device<FocuserDriver, FocuserProfile.Range, FocuserProfile.ReadOut> device() {
    return device;
  }

  /** Lowest position, in steps; empty until it has been connected once. */
  public OptionalInt minSteps() {
    return device
        .facts()
        .map(range -> OptionalInt.of(range.minSteps()))
        .orElse(OptionalInt.empty());
  }

  /** Highest position, in steps; empty until it has been connected once. */
  public OptionalInt maxSteps() {
    return device
        .facts()
        .map(range -> OptionalInt.of(range.maxSteps()))
        .orElse(OptionalInt.empty());
  }

  /** Where it is now, in steps, also beside a move. */
  public int positionSteps() {
    return device.beside("read position", FocuserDriver::positionSteps);
  }

  /** Temperature at the tube now, degrees Celsius, also beside a move; empty without a probe. */
  public OptionalDouble temperatureCelsius() {
    return device.beside("read temperature", FocuserDriver::temperatureCelsius);
  }

  /**
   * Moves to a position in steps; blocks until it is there, at most the {@code move-timeout}.
   *
   * @throws org.lightpath.platform.LightpathException INVALID_ARGUMENT outside its range; CONFLICT
   *     if aborted; UNAVAILABLE if it is away or fails; TIMED_OUT at the deadline
   */
  public void moveTo(int steps) {
    device.command("move", device.timeouts().move(), driver -> driver.moveTo(steps));
  }
}
