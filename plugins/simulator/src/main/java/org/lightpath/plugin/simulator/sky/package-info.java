/**
 * The sky over the twin site: where things stand and which stars shine there.
 *
 * <p>Flow: {@link org.lightpath.plugin.simulator.sky.NightSky} asks catalogue, clusters and random
 * field for the stars of a circle and hands each to a {@link
 * org.lightpath.plugin.simulator.sky.StarVisitor}; {@link
 * org.lightpath.plugin.simulator.sky.TangentPlane} puts them on a sensor; {@link
 * org.lightpath.plugin.simulator.sky.Horizon} says how high they are.
 *
 * <p>Everything here is a pure function of position and time. Must not use: devices.
 */
package org.lightpath.plugin.simulator.sky;
