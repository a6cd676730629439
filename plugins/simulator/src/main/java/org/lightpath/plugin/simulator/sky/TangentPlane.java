package org.lightpath.plugin.simulator.sky;

/**
 * The gnomonic (TAN) projection of the sky onto a sensor: the WCS of its frames, exactly.
 *
 * <p>Convention, for whoever writes the FITS header. The tangent point lies at the centre of the
 * unbinned full sensor: CRPIX1 = (width + 1) / 2, CRPIX2 = (height + 1) / 2 (pixel centres at whole
 * numbers from 1, row 1 at the bottom). With plate scale s (degrees per pixel), position angle p
 * (direction of the image's up, from north through east) and m = 1, or −1 if mirrored:
 *
 * <pre>
 * CD1_1 = -m s cos p    CD1_2 = s sin p
 * CD2_1 =  m s sin p    CD2_2 = s cos p
 * </pre>
 *
 * <p>So p = 0 and not mirrored is north up, east left. A roi at column x subtracts x from CRPIX1;
 * binning b makes it (CRPIX1 − 0.5) / b + 0.5 and multiplies the CD matrix by b.
 *
 * <p>Source: Calabretta and Greisen, A&amp;A 395, 1077 (2002), section 5.1.3.
 */
public final class TangentPlane {

  private static final double ARCSEC_PER_RADIAN = Math.toDegrees(1) * 3600;

  private final double centreRa;
  private final double sinCentre;
  private final double cosCentre;
  private final double pixelsPerRadian;
  private final double sinAngle;
  private final double cosAngle;
  private final double handedness;

  /**
   * A sensor that looks at {@code centre}.
   *
   * @param plateScaleArcsecPerPixel greater than 0
   * @param positionAngleDegrees direction of the image's up, from north through east
   * @param mirrored whether east and west are swapped
   */
  public TangentPlane(
      SkyPosition centre,
      double plateScaleArcsecPerPixel,
      double positionAngleDegrees,
      boolean mirrored) {
    centreRa = Math.toRadians(centre.rightAscensionDegrees());
    sinCentre = Math.sin(Math.toRadians(centre.declinationDegrees()));
    cosCentre = Math.cos(Math.toRadians(centre.declinationDegrees()));
    pixelsPerRadian = ARCSEC_PER_RADIAN / plateScaleArcsecPerPixel;
    sinAngle = Math.sin(Math.toRadians(positionAngleDegrees));
    cosAngle = Math.cos(Math.toRadians(positionAngleDegrees));
    handedness = mirrored ? -1 : 1;
  }

  /**
   * Where a star falls.
   *
   * @param pixels gets the offset from the sensor's centre, x to the right and y up, in unbinned
   *     pixels
   * @return false, and {@code pixels} unchanged, if it is 90 degrees away or more
   */
  public boolean project(double rightAscensionDegrees, double declinationDegrees, double[] pixels) {
    double dRa = Math.toRadians(rightAscensionDegrees) - centreRa;
    double dec = Math.toRadians(declinationDegrees);
    double sinDec = Math.sin(dec);
    double cosDec = Math.cos(dec);
    double cosRa = Math.cos(dRa);
    double depth = sinDec * sinCentre + cosDec * cosCentre * cosRa;
    if (depth <= 0) {
      return false;
    }
    double east = cosDec * Math.sin(dRa) / depth * pixelsPerRadian;
    double north = (sinDec * cosCentre - cosDec * sinCentre * cosRa) / depth * pixelsPerRadian;
    pixels[0] = handedness * (north * sinAngle - east * cosAngle);
    pixels[1] = east * sinAngle + north * cosAngle;
    return true;
  }
}
