package org.lightpath.device.spi;

/**
 * Where a mount points and what it does.
 *
 * @param rightAscensionDegrees ICRS, 0 (inclusive) to 360 (exclusive)
 * @param declinationDegrees ICRS, −90 to 90
 * @param altitudeDegrees above the horizon, without refraction
 * @param azimuthDegrees from north through east, 0 (inclusive) to 360 (exclusive)
 * @param tracking whether it follows the sky
 * @param slewing whether it is on its way to a target
 * @param parked whether it stands in its park position
 */
public record MountStatus(
    double rightAscensionDegrees,
    double declinationDegrees,
    double altitudeDegrees,
    double azimuthDegrees,
    boolean tracking,
    boolean slewing,
    boolean parked) {}
