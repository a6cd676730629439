package org.lightpath.plugin.simulator.sensor;

/**
 * What the sensor collects in one exposure, as expected electrons, without noise.
 *
 * @param stars the stars
 * @param skyElectrons light that is everywhere, per unbinned pixel
 * @param darkElectrons dark current, per unbinned pixel
 * @param cornerLoss part of the light that is missing in the corners, 0 to 1; grows with the square
 *     of the distance from the centre, for stars and sky alike
 */
public record Scene(
    StarImages stars, double skyElectrons, double darkElectrons, double cornerLoss) {}
