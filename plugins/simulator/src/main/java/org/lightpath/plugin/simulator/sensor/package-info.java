/**
 * From light to pixels: how a star looks, and what the sensor and its electronics make of it.
 *
 * <p>Flow: {@link org.lightpath.plugin.simulator.sensor.StarImages} collects the stars of a frame,
 * {@link org.lightpath.plugin.simulator.sensor.Scene} adds what is everywhere, {@link
 * org.lightpath.plugin.simulator.sensor.FramePainter} paints strip by strip, so that a frame never
 * needs more memory than its pixels.
 *
 * <p>May use: {@code device-spi}. Must not use: drivers.
 */
package org.lightpath.plugin.simulator.sensor;
