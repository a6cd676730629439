package org.lightpath.device.host.fits;

import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.ExposureRequest;

/**
 * The linear part of a gnomonic (TAN) world coordinate system: where the mount's direction falls on
 * the image, and how pixels run on the sky (Calabretta &amp; Greisen 2002, A&amp;A 395, 1077).
 *
 * @param referenceX column of the reference direction, FITS pixels: the centre of the first is 1
 * @param referenceY its row
 * @param eastPerX degrees towards east (growing right ascension) per column: CD1_1
 * @param eastPerY degrees towards east per row: CD1_2
 * @param northPerX degrees towards north per column: CD2_1
 * @param northPerY degrees towards north per row: CD2_2
 */
public record TangentPlane(
    double referenceX,
    double referenceY,
    double eastPerX,
    double eastPerY,
    double northPerX,
    double northPerY) {

  private static final double ARCSECONDS_PER_DEGREE = 3600;

  /**
   * The system of an exposure whose mount points at the centre of the sensor; the region read out
   * and the binning move and scale it.
   */
  public static TangentPlane of(CameraDescription camera, ExposureRequest request) {
    int binning = request.binning();
    double scale = camera.plateScaleArcsecPerPixel() * binning / ARCSECONDS_PER_DEGREE;
    double angle = Math.toRadians(camera.positionAngleDegrees());
    // Up is at the position angle; right is a quarter turn clockwise on the sky seen from below,
    // where east is left of north, and the other way round in a mirror.
    double handedness = camera.mirrored() ? 1 : -1;
    return new TangentPlane(
        referencePixel(camera.widthPixels(), request.roi().x(), binning),
        referencePixel(camera.heightPixels(), request.roi().y(), binning),
        handedness * scale * Math.cos(angle),
        scale * Math.sin(angle),
        -handedness * scale * Math.sin(angle),
        scale * Math.cos(angle));
  }

  /** The sensor's centre lies {@code size / 2} from its edge; a FITS pixel begins at n − 0.5. */
  private static double referencePixel(int size, int origin, int binning) {
    return (size / 2.0 - origin) / binning + 0.5;
  }
}
