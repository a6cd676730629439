package org.lightpath.device.spi;

import java.util.List;

/** One filter wheel. */
public interface FilterWheelDriver extends DeviceDriver {

  /** Names of the filters by slot, slot 0 first; fixed after {@link #connect}. */
  List<String> filterNames();

  /** The slot in the beam, from 0. May run beside a move: then the slot it left. */
  int slot() throws DeviceException;

  /**
   * Turns a slot into the beam; blocks until it is there.
   *
   * @throws DeviceException OUT_OF_RANGE if there is no such slot; ABORTED if stopped
   */
  void moveTo(int slot) throws DeviceException;
}
