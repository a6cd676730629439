package org.lightpath.plugin.simulator.sensor;

/**
 * A sensor and its electronics.
 *
 * @param widthPixels unbinned columns
 * @param heightPixels unbinned rows
 * @param gainElectronsPerAdu e-/ADU
 * @param readNoiseElectrons rms, once per binned pixel: pixels are summed before they are read
 * @param biasAdu level without any light
 * @param saturationAdu largest value
 */
public record Sensor(
    int widthPixels,
    int heightPixels,
    double gainElectronsPerAdu,
    double readNoiseElectrons,
    double biasAdu,
    int saturationAdu) {}
