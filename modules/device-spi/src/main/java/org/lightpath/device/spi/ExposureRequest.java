package org.lightpath.device.spi;

import java.time.Duration;

/**
 * One exposure to take.
 *
 * @param exposure shutter-open time; zero gives a bias frame
 * @param kind what the frame is for: whether the shutter opens and onto what
 * @param binning pixels summed in x and in y, 1 to the camera's limit
 * @param roi region to read out, in unbinned pixels
 */
public record ExposureRequest(Duration exposure, FrameKind kind, int binning, Roi roi) {}
