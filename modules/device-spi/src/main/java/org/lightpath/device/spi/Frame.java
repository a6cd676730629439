package org.lightpath.device.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * One frame, read out whole.
 *
 * @param pixels ADU, unsigned 16 bit, flat {@code [heightPixels * widthPixels]}, row-major, row 0
 *     at the bottom; handed over: the driver does not touch the array again
 * @param widthPixels columns after binning
 * @param heightPixels rows after binning
 * @param shutterOpenedAt when the shutter opened (for bias: when the readout began)
 * @param exposure how long it was really open
 */
public record Frame(
    short[] pixels, int widthPixels, int heightPixels, Instant shutterOpenedAt, Duration exposure) {

  /** Refuses an array that is not {@code widthPixels * heightPixels} long. */
  public Frame {
    if (pixels.length != Math.multiplyExact(widthPixels, heightPixels)) {
      throw new IllegalArgumentException(
          "frame of %d x %d pixels with %d values"
              .formatted(widthPixels, heightPixels, pixels.length));
    }
  }
}
