/**
 * A twin of a real site, made of four simulated devices that share one sky: what the mount points
 * at is what the camera sees, through the filter of the wheel, as sharp as the focuser and the air
 * let it be.
 *
 * <p>Flow: a provider reads the settings and makes a driver; {@link
 * org.lightpath.plugin.simulator.Link} carries its calls, waits and faults; {@link
 * org.lightpath.plugin.simulator.TwinSky} is what the drivers of one site know of each other;
 * {@code sky} says which stars there are and {@code sensor} turns them into pixels.
 *
 * <p>May use: {@code device-spi} only.
 */
package org.lightpath.plugin.simulator;
