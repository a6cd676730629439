package org.lightpath.device.host;

import java.util.List;
import org.lightpath.device.spi.FilterWheelDriver;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;

/** A filter wheel. Turns and faults as for {@link Camera}. */
public final class FilterWheel extends DrivenDevice {

  private final Device<FilterWheelDriver, List<String>, Integer> device;

  FilterWheel(Device<FilterWheelDriver, List<String>, Integer> device) {
    this.device = device;
  }

  @Override
  Device<FilterWheelDriver, List<String>, Integer> device() {
    return device;
  }

  /** Filters by slot, slot 0 first; an empty list until it has been connected once. */
  public List<String> filterNames() {
    return device.facts().orElse(List.of());
  }

  /** The slot in the beam now, from 0, also beside a move. */
  public int slot() {
    return device.beside("read slot", FilterWheelDriver::slot);
  }

  /**
   * Turns a slot into the beam; blocks until it is there, at most the {@code move-timeout}.
   *
   * @throws LightpathException INVALID_ARGUMENT if there is no such slot; CONFLICT if aborted;
   *     UNAVAILABLE if it is away or fails; TIMED_OUT at the deadline
   */
  public void moveTo(int slot) {
    device.command("move", device.timeouts().move(), driver -> driver.moveTo(slot));
  }

  /**
   * Turns the filter of that name, without regard to case, into the beam.
   *
   * @throws LightpathException INVALID_ARGUMENT if there is none, naming those there are; else as
   *     {@link #moveTo(int)}
   */
  public void moveTo(String filter) {
    moveTo(slotOf(filter));
  }

  /**
   * The slot of the filter of that name, without regard to case.
   *
   * @throws LightpathException INVALID_ARGUMENT if there is none, naming those there are;
   *     UNAVAILABLE if the wheel was never connected
   */
  public int slotOf(String filter) {
    List<String> names =
        device
            .facts()
            .orElseThrow(
                () ->
                    new LightpathException(
                        ErrorCode.UNAVAILABLE,
                        "%s was never connected: its filters are not known"
                            .formatted(device.configuration().name())));
    for (int slot = 0; slot < names.size(); slot++) {
      if (names.get(slot).equalsIgnoreCase(filter)) {
        return slot;
      }
    }
    throw new LightpathException(
        ErrorCode.INVALID_ARGUMENT,
        "%s has no filter '%s'; it has %s"
            .formatted(
                device.configuration().name(), Text.shortened(filter), String.join(", ", names)));
  }
}
