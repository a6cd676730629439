package org.lightpath.device.spi;

import java.time.Duration;

/**
 * What a camera is, for limits and for the FITS header.
 *
 * @param model maker and model, as an observer would write it
 * @param widthPixels unbinned width of the sensor
 * @param heightPixels unbinned height
 * @param maxBinning largest symmetric binning factor, at least 1
 * @param pixelSizeMicrometres edge of an unbinned pixel
 * @param minExposure shortest shutter-open time besides zero
 * @param maxExposure longest shutter-open time
 * @param gainElectronsPerAdu conversion gain, e-/ADU
 * @param readNoiseElectrons rms read noise, e-
 * @param saturationAdu largest value before saturation, at most 65535
 * @param plateScaleArcsecPerPixel sky per unbinned pixel; 0 if the camera sees no sky
 * @param positionAngleDegrees direction of the image's up, from north through east
 * @param mirrored whether east and west are swapped (an odd number of mirrors)
 * @param cooler whether it has a cooler
 */
public record CameraDescription(
    String model,
    int widthPixels,
    int heightPixels,
    int maxBinning,
    double pixelSizeMicrometres,
    Duration minExposure,
    Duration maxExposure,
    double gainElectronsPerAdu,
    double readNoiseElectrons,
    int saturationAdu,
    double plateScaleArcsecPerPixel,
    double positionAngleDegrees,
    boolean mirrored,
    boolean cooler) {}
