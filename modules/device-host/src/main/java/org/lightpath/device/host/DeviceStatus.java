package org.lightpath.device.host;

import java.time.Instant;

/**
 * State of a device.
 *
 * @param state what it is doing
 * @param reason why it is AWAY; empty otherwise
 * @param since since when it is in that state, UTC
 */
record DeviceStatus(DeviceState state, String reason, Instant since) {

  /** Whether calls can be made. */
  boolean isConnected() {
    return state == DeviceState.READY || state == DeviceState.BUSY;
  }
}
