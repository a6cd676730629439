package org.lightpath.test.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.FilterWheelDriver;

/** What every {@link FilterWheelDriver} has to hold. */
public abstract class FilterWheelContract extends DriverContract<FilterWheelDriver> {

  /** For plugins, which extend it. */
  protected FilterWheelContract() {}

  /**
   * A slot whose way takes much longer than {@link #promptly()}, so that it can be stopped.
   * Default: the one half a turn away.
   */
  protected int farSlot() throws DeviceException {
    int slots = driver().filterNames().size();
    return (driver().slot() + slots / 2) % slots;
  }

  @Override
  final void use(FilterWheelDriver subject) throws DeviceException {
    subject.moveTo(subject.slot());
  }

  @Override
  final void useForLong(FilterWheelDriver subject) throws DeviceException {
    subject.moveTo(farSlot());
  }

  @Test
  void filtersHaveNamesOfTheirOwn() throws DeviceException {
    driver().connect();
    List<String> names = driver().filterNames();
    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    assertThat(names).allSatisfy(name -> assertThat(name).isNotBlank());
    assertThat(driver().filterNames()).as("names asked again").isEqualTo(names);
  }

  @Test
  void slotIsOneOfTheWheel() throws DeviceException {
    driver().connect();
    assertThat(driver().slot()).isBetween(0, driver().filterNames().size() - 1);
  }

  @Test
  void everySlotCanBeReached() throws DeviceException {
    driver().connect();
    for (int slot = driver().filterNames().size() - 1; slot >= 0; slot--) {
      driver().moveTo(slot);
      assertThat(driver().slot()).isEqualTo(slot);
    }
  }

  @Test
  void slotThatIsNotThereIsRefusedAndMovesNothing() throws DeviceException {
    driver().connect();
    int before = driver().slot();
    int slots = driver().filterNames().size();
    for (int slot : new int[] {-1, slots, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertFails(DeviceException.Code.OUT_OF_RANGE, () -> driver().moveTo(slot));
    }
    assertThat(driver().slot()).isEqualTo(before);
  }
}
