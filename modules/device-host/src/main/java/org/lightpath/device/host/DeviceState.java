package org.lightpath.device.host;

/** What a device is doing, as far as the hub knows. */
public enum DeviceState {
  /** The first attempt to reach it has not ended yet. */
  CONNECTING,
  /** Connected and idle. */
  READY,
  /** Carries out a call. */
  BUSY,
  /** Out of reach or hung; the hub tries to get it back. */
  AWAY
}
