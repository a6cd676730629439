package org.lightpath.device.host.fits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.platform.Site;

/** The cards that tell about an exposure, the same in the plain and in the compressed file. */
final class ExposureCards {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
  private static final double MJD_OF_UNIX_EPOCH = 40587;
  private static final double MILLISECONDS_PER_DAY = 86_400_000;

  private ExposureCards() {}

  static void add(Cards cards, ExposureHeader exposure, Instant writtenAt) {
    addTime(cards, exposure, writtenAt);
    addCamera(cards, exposure);
    addObservation(cards, exposure);
    SkyCards.add(cards, exposure);
    SiteCards.add(cards, exposure.site());
    addOrigin(cards, exposure.origin());
  }

  private static void addTime(Cards cards, ExposureHeader exposure, Instant writtenAt) {
    Instant opened = exposure.frame().shutterOpenedAt();
    cards
        .text("DATE", SECONDS.format(writtenAt), "file written (UTC)")
        .text("DATE-OBS", MILLISECONDS.format(opened), "shutter opened (UTC)")
        .text("TIMESYS", "UTC", "time scale of all dates")
        .number("MJD-OBS", mjd(opened), "[d] shutter opened (UTC)")
        .text("DAY-OBS", observingDay(exposure.site(), opened), "date at the last local noon")
        .number("EXPTIME", seconds(exposure.frame().exposure()), "[s] shutter really open");
  }

  private static void addCamera(Cards cards, ExposureHeader exposure) {
    CameraDescription camera = exposure.camera().description();
    ExposureRequest request = exposure.camera().request();
    ExposureHeader.Conditions conditions = exposure.conditions();
    cards
        .text("IMAGETYP", imageType(request.kind()), "kind of frame")
        .text("OBSTYPE", request.kind().name(), "kind of frame")
        .text("INSTRUME", exposure.camera().name(), "camera at the site")
        .text("DETECTOR", camera.model(), "model of the camera")
        .integer("XBINNING", request.binning(), "columns summed")
        .integer("YBINNING", request.binning(), "rows summed")
        .integer("XORGSUBF", request.roi().x(), "[pixel] left column read, unbinned, from 0")
        .integer("YORGSUBF", request.roi().y(), "[pixel] lower row read, unbinned, from 0")
        .number("XPIXSZ", camera.pixelSizeMicrometres() * request.binning(), "[um] after binning")
        .number("YPIXSZ", camera.pixelSizeMicrometres() * request.binning(), "[um] after binning")
        .number("GAIN", camera.gainElectronsPerAdu(), "[electron/adu] conversion gain")
        .number("EGAIN", camera.gainElectronsPerAdu(), "[electron/adu] conversion gain")
        .number("RDNOISE", camera.readNoiseElectrons(), "[electron] read noise, rms")
        .integer("SATURATE", camera.saturationAdu(), "[adu] saturation")
        .text("BUNIT", "adu", "unit of the pixels")
        .number("CCD-TEMP", conditions.sensorTemperatureCelsius(), "[Celsius] sensor")
        .integer("FOCPOS", conditions.focuserSteps(), "[steps] focuser")
        .integer("FOCUSPOS", conditions.focuserSteps(), "[steps] focuser")
        .number("FOCTEMP", conditions.focuserTemperatureCelsius(), "[Celsius] focuser")
        .text("FILTER", conditions.filter(), "filter in the beam");
  }

  private static void addObservation(Cards cards, ExposureHeader exposure) {
    ExposureHeader.Observation observation = exposure.observation();
    cards
        .text("OBJECT", observation.objectName(), "target")
        .text("OBSERVER", observation.userName(), "who asked for it")
        .text("USERNAME", observation.userName(), "who asked for it")
        .text("USERID", observation.userId(), "id of who asked for it");
  }

  private static void addOrigin(Cards cards, ExposureHeader.Origin origin) {
    cards
        .text("ORIGIN", "Lightpath", "who made the file")
        .text("CREATOR", "Lightpath " + origin.softwareVersion(), "program that wrote it")
        .text("ORIGNAME", origin.baseName() + "-EX00.fits", "name of the raw file")
        .text("JOBID", origin.jobId(), "job that asked for it")
        .text("TRACEID", origin.traceId(), "W3C trace id")
        .text("SMARTSTK", "no", "not part of a stack")
        .text("SSTKNUM", "0", "number in the stack");
  }

  private static double mjd(Instant instant) {
    return MJD_OF_UNIX_EPOCH + instant.toEpochMilli() / MILLISECONDS_PER_DAY;
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / 1e9;
  }

  private static String observingDay(Site site, Instant opened) {
    LocalDateTime local = LocalDateTime.ofInstant(opened, site.zone());
    return local.minusHours(12).format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static String imageType(FrameKind kind) {
    return switch (kind) {
      case LIGHT -> "Light Frame";
      case BIAS -> "Bias Frame";
      case DARK -> "Dark Frame";
      case FLAT -> "Flat Frame";
    };
  }
}
