package org.lightpath.device.host.fits;

import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.device.spi.MountStatus;

/** The cards that tell where on the sky a frame lies; none for a frame with the shutter shut. */
final class SkyCards {

  private SkyCards() {}

  static void add(Cards cards, ExposureHeader exposure) {
    FrameKind kind = exposure.camera().request().kind();
    if (kind == FrameKind.BIAS || kind == FrameKind.DARK) {
      return;
    }
    exposure.conditions().pointing().ifPresent(mount -> add(cards, exposure.camera(), mount));
  }

  private static void add(Cards cards, ExposureHeader.Camera camera, MountStatus mount) {
    double ra = mount.rightAscensionDegrees();
    double dec = mount.declinationDegrees();
    cards
        .number("RA", ra, "[deg] right ascension of the mount, ICRS")
        .number("DEC", dec, "[deg] declination of the mount, ICRS")
        .text("OBJCTRA", Sexagesimal.hours(ra), "[h m s] right ascension, ICRS")
        .text("OBJCTDEC", Sexagesimal.degrees(dec), "[d m s] declination, ICRS")
        .number("ALTITUDE", mount.altitudeDegrees(), "[deg] above the horizon, no refraction")
        .number("AZIMUTH", mount.azimuthDegrees(), "[deg] from north through east")
        .number("AIRMASS", Airmass.at(mount.altitudeDegrees()), "relative, Young 1994");
    CameraDescription description = camera.description();
    if (description.plateScaleArcsecPerPixel() > 0) {
      cards.number(
          "PIXSCALE",
          description.plateScaleArcsecPerPixel() * camera.request().binning(),
          "[arcsec/pixel] after binning");
      // A flat field has no stars, and a slewing mount no direction: no map then.
      if (camera.request().kind() == FrameKind.LIGHT && !mount.slewing()) {
        addMap(cards, description, camera.request(), mount);
      }
    }
  }

  private static void addMap(
      Cards cards, CameraDescription camera, ExposureRequest request, MountStatus mount) {
    TangentPlane plane = TangentPlane.of(camera, request);
    cards
        .integer("WCSAXES", 2, "axes of the world coordinates")
        .text("CTYPE1", "RA---TAN", "right ascension, gnomonic")
        .text("CTYPE2", "DEC--TAN", "declination, gnomonic")
        .text("CUNIT1", "deg", "unit of axis 1")
        .text("CUNIT2", "deg", "unit of axis 2")
        .number("CRPIX1", plane.referenceX(), "[pixel] reference column")
        .number("CRPIX2", plane.referenceY(), "[pixel] reference row")
        .number("CRVAL1", mount.rightAscensionDegrees(), "[deg] right ascension there")
        .number("CRVAL2", mount.declinationDegrees(), "[deg] declination there")
        .number("CD1_1", plane.eastPerX(), "[deg/pixel] to the east per column")
        .number("CD1_2", plane.eastPerY(), "[deg/pixel] to the east per row")
        .number("CD2_1", plane.northPerX(), "[deg/pixel] to the north per column")
        .number("CD2_2", plane.northPerY(), "[deg/pixel] to the north per row")
        .text("RADESYS", "ICRS", "celestial reference system")
        .number("EQUINOX", 2000.0, "[yr] of the coordinates");
  }
}
