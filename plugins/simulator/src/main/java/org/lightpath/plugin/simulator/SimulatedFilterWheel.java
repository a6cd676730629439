package org.lightpath.plugin.simulator;

import java.util.List;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.FilterWheelDriver;

/** A filter wheel that turns the shorter way round. An aborted turn rests at the nearest slot. */
final class SimulatedFilterWheel implements FilterWheelDriver, LightPart {

  private final FilterWheelSettings settings;
  private final Link link;
  private volatile int slot;

  SimulatedFilterWheel(DeviceContext context, FilterWheelSettings settings) {
    this.settings = settings;
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
  public List<String> filterNames() {
    return settings.filters().stream().map(FilterWheelSettings.Filter::name).toList();
  }

  @Override
  public int slot() throws DeviceException {
    link.sky();
    return slot;
  }

  @Override
  public void moveTo(int target) throws DeviceException {
    int slots = settings.filters().size();
    if (target < 0 || target >= slots) {
      throw new DeviceException(
          DeviceException.Code.OUT_OF_RANGE,
          "filter slot %d is outside 0 to %d".formatted(target, slots - 1));
    }
    try (Link.Call call = link.begin("turn")) {
      int forwards = Math.floorMod(target - slot, slots);
      int steps = forwards <= slots / 2 ? forwards : forwards - slots;
      Travel way = call.travel(Math.abs(steps) * settings.secondsPerSlot());
      try {
        call.await(way);
      } finally {
        slot = Math.floorMod(slot + (int) Math.round(steps * way.fraction()), slots);
      }
    }
  }

  @Override
  public double throughput() {
    return settings.filters().get(slot).throughput();
  }
}
