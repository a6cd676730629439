package org.lightpath.device.spi;

/** What a frame is for. */
public enum FrameKind {
  /** The sky, shutter open. */
  LIGHT,
  /** Readout alone: zero time, shutter shut. */
  BIAS,
  /** Shutter shut for the exposure time. */
  DARK,
  /** An evenly lit field, shutter open. */
  FLAT
}
