package org.lightpath.device.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.FilterWheelDriver;

/** Facts: the filters by slot; read-out: the slot. */
final class FilterWheelProfile implements DeviceProfile<FilterWheelDriver, List<String>, Integer> {

  @Override
  public Class<FilterWheelDriver> driverType() {
    return FilterWheelDriver.class;
  }

  @Override
  public List<String> learn(FilterWheelDriver driver) {
    return List.copyOf(driver.filterNames());
  }

  @Override
  public Integer read(FilterWheelDriver driver) throws DeviceException {
    return driver.slot();
  }

  @Override
  public Map<String, Object> limits(List<String> filters) {
    return Map.of("filterNames", filters);
  }

  @Override
  public Map<String, Object> readings(Integer slot, List<String> filters) {
    Map<String, Object> readings = new LinkedHashMap<>();
    readings.put("slot", slot);
    filter(slot, filters).ifPresent(name -> readings.put("filter", name));
    return readings;
  }

  /** Name of the filter in {@code slot}; empty if there is no such slot. */
  static Optional<String> filter(int slot, List<String> filters) {
    return slot >= 0 && slot < filters.size() ? Optional.of(filters.get(slot)) : Optional.empty();
  }
}
