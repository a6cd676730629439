package org.lightpath.device.spi;

/** The version of this SPI. A plugin made for another one is refused when the hub starts. */
public final class SpiVersion {

  /** Raised when an implementation of the SPI before would no longer work. */
  public static final int CURRENT = 1;

  private SpiVersion() {}
}
