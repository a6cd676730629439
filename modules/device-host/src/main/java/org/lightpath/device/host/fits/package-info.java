/**
 * Turns a frame into a FITS file with a complete header, plain or Rice-compressed by rows.
 *
 * <p>Flow: the caller gathers an {@link org.lightpath.device.host.fits.ExposureHeader} when the
 * shutter has closed -> {@link org.lightpath.device.host.fits.FitsExposure} -> any output stream.
 *
 * <p>May use: {@code device.spi}, {@code platform}, nom-tam-fits. Must not use: the rest of {@code
 * device.host}, Jakarta.
 */
package org.lightpath.device.host.fits;
