package org.lightpath.device.host.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.Frame;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.device.spi.MountStatus;
import org.lightpath.device.spi.Roi;

final class ExposureCardsTest {

  private final Frame frame = SampleExposure.sky(30, 20);

  @Test
  void lightFrameTellsEverything() throws IOException {
    Map<String, String> cards = cards(SampleExposure.light(frame));

    assertThat(cards)
        .containsEntry("SIMPLE", "T")
        .containsEntry("BITPIX", "16")
        .containsEntry("BZERO", "32768")
        .containsEntry("DATE", "'2026-02-14T03:04:17'")
        .containsEntry("DATE-OBS", "'2026-02-14T03:04:05.678'")
        .containsEntry("TIMESYS", "'UTC'")
        .containsEntry("DAY-OBS", "'20260213'")
        .containsEntry("EXPTIME", "10.003")
        .containsEntry("IMAGETYP", "'Light Frame'")
        .containsEntry("OBSTYPE", "'LIGHT'")
        .containsEntry("INSTRUME", "'camera1'")
        .containsEntry("DETECTOR", "'Twin QHY-600 ''short'''")
        .containsEntry("XBINNING", "1")
        .containsEntry("GAIN", "0.8")
        .containsEntry("EGAIN", "0.8")
        .containsEntry("RDNOISE", "2.5")
        .containsEntry("SATURATE", "65000")
        .containsEntry("CCD-TEMP", "-10.1")
        .containsEntry("FOCPOS", "5012")
        .containsEntry("FOCUSPOS", "5012")
        .containsEntry("FOCTEMP", "7.25")
        .containsEntry("FILTER", "'rp'")
        .containsEntry("OBJECT", "'M 13'")
        .containsEntry("OBSERVER", "'Ann'")
        .containsEntry("USERNAME", "'Ann'")
        .containsEntry("USERID", "'auth0|u1'")
        .containsEntry("RA", "250.4226")
        .containsEntry("DEC", "36.4602")
        .containsEntry("OBJCTRA", "'16 41 41.42'")
        .containsEntry("OBJCTDEC", "'+36 27 36.7'")
        .containsEntry("CTYPE1", "'RA---TAN'")
        .containsEntry("RADESYS", "'ICRS'")
        .containsEntry("SITEID", "'saf'")
        .containsEntry("SITEELEV", "2194.1")
        .containsEntry("OBSGEO-L", "-105.8703")
        .containsEntry("ORIGNAME", "'saf-camera1-20260213-00000001-EX00.fits'")
        .containsEntry("JOBID", "'01DZVY846T52P6P3JWAJNJMJ1Z'")
        .containsEntry("TRACEID", "'4bf92f3577b34da6a3ce929d0e0e4736'")
        .containsEntry("SMARTSTK", "'no'")
        .containsEntry("SSTKNUM", "'0'");
    // astropy 5.2.1: Time('2026-02-14T03:04:05.678', scale='utc').mjd
    assertThat(number(cards, "MJD-OBS")).isEqualTo(61085.12784349537, within(1e-9));
    // astropy 5.2.1: EarthLocation.from_geodetic(-105.8703, 35.5543, 2194.1), ellipsoid WGS84
    assertThat(number(cards, "OBSGEO-X")).isEqualTo(-1421091.7132, within(0.001));
    assertThat(number(cards, "OBSGEO-Y")).isEqualTo(-4998613.9732, within(0.001));
    assertThat(number(cards, "OBSGEO-Z")).isEqualTo(3689346.8523, within(0.001));
    // sec 30 deg = 1.1547 less a curvature term of 0.0005 (Young & Irvine 1967).
    assertThat(number(cards, "AIRMASS")).isEqualTo(1.1542, within(3e-4));
  }

  @ParameterizedTest
  @EnumSource(
      value = FrameKind.class,
      names = {"BIAS", "DARK"})
  void frameWithShutterShutHasNoSky(FrameKind kind) throws IOException {
    Map<String, String> cards = cards(SampleExposure.of(frame, kind, "", "Ann", "u1"));

    assertThat(cards)
        .doesNotContainKeys("RA", "DEC", "CTYPE1", "CRVAL1", "ALTITUDE", "AIRMASS", "PIXSCALE")
        .doesNotContainKey("OBJECT")
        .containsKey("CCD-TEMP");
  }

  @Test
  void flatFieldHasADirectionButNoMap() throws IOException {
    assertThat(cards(SampleExposure.of(frame, FrameKind.FLAT, "", "Ann", "u1")))
        .containsKeys("RA", "ALTITUDE")
        .doesNotContainKeys("CTYPE1", "CRVAL1");
  }

  @Test
  void whatIsUnknownIsLeftOut() throws IOException {
    ExposureHeader known = SampleExposure.light(frame);
    ExposureHeader.Conditions nothing =
        new ExposureHeader.Conditions(
            Optional.empty(),
            OptionalInt.empty(),
            OptionalDouble.of(Double.NaN),
            OptionalDouble.empty(),
            Optional.of(" "));

    assertThat(cards(with(known, nothing)))
        .doesNotContainKeys("FOCPOS", "FOCUSPOS", "FOCTEMP", "CCD-TEMP", "FILTER", "RA", "CRVAL1");
  }

  @Test
  void slewingMountGivesNoMap() throws IOException {
    ExposureHeader known = SampleExposure.light(frame);
    MountStatus slewing = new MountStatus(10, 20, -1, 180, false, true, false);
    ExposureHeader.Conditions conditions =
        new ExposureHeader.Conditions(
            Optional.of(slewing),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty());

    assertThat(cards(with(known, conditions)))
        .containsEntry("RA", "10.0")
        .doesNotContainKeys("CRVAL1", "AIRMASS");
  }

  @Test
  void regionAndBinningMoveTheMapAsAstropyReadsIt(@TempDir Path folder) throws Exception {
    ExposureHeader full = SampleExposure.light(SampleExposure.sky(300, 200));
    Roi roi = new Roi(100, 40, 120, 60);
    ExposureHeader part =
        new ExposureHeader(
            full.site(),
            new ExposureHeader.Camera(
                "camera1",
                SampleExposure.CAMERA,
                new ExposureRequest(Duration.ofSeconds(10), FrameKind.LIGHT, 3, roi)),
            SampleExposure.sky(40, 20),
            full.conditions(),
            full.observation(),
            full.origin());
    Path whole = Files.write(folder.resolve("whole.fits"), plain(full));
    Path binned = Files.write(folder.resolve("part.fits"), plain(part));
    // Pixel (4, 5) of the part covers 112..114, 55..57 of the sensor, whose middle is (113, 56).
    String program =
        """
        import sys, warnings
        warnings.simplefilter('error')
        from astropy.io import fits
        from astropy.wcs import WCS
        with fits.open(sys.argv[1]) as a, fits.open(sys.argv[2]) as b:
            p = WCS(a[0].header).pixel_to_world(113, 56)
            q = WCS(b[0].header).pixel_to_world(4, 5)
            print(p.separation(q).arcsec < 1e-6, p.frame.name)
        """;

    assertThat(FitsTools.astropy(program, whole, binned)).isEqualTo("True icrs");
  }

  @ParameterizedTest
  @CsvSource({"0, 31.7", "30, 1.994", "60, 1.154", "90, 1.0"})
  void airmassIsThatOfYoung(double altitude, double expected) {
    // Young (1994): 31.7 at the horizon, 1 at the zenith; elsewhere sec z less its curvature term
    // 0.0012 (sec^2 z - 1) sec z (Young & Irvine 1967).
    assertThat(Airmass.at(altitude).getAsDouble()).isEqualTo(expected, within(expected * 0.002));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00 00 00.00",
    "359.99999999, 00 00 00.00",
    "250.4226, 16 41 41.42",
    "15, 01 00 00.00"
  })
  void rightAscensionReadsInHours(double degrees, String expected) {
    assertThat(Sexagesimal.hours(degrees)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, +00 00 00.0",
    "-0.000001, +00 00 00.0",
    "-0.5, -00 30 00.0",
    "89.99999999, +90 00 00.0"
  })
  void declinationKeepsItsSign(double degrees, String expected) {
    assertThat(Sexagesimal.degrees(degrees)).isEqualTo(expected);
  }

  private static ExposureHeader with(ExposureHeader header, ExposureHeader.Conditions conditions) {
    return new ExposureHeader(
        header.site(),
        header.camera(),
        header.frame(),
        conditions,
        header.observation(),
        header.origin());
  }

  private static double number(Map<String, String> cards, String key) {
    return Double.parseDouble(cards.get(key));
  }

  private static byte[] plain(ExposureHeader header) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Clock clock = Clock.fixed(Instant.parse("2026-02-14T03:04:17Z"), ZoneOffset.UTC);
    new FitsExposure(header, clock).write(out);
    return out.toByteArray();
  }

  /** Values as they stand in the cards, text with its quotes. */
  private static Map<String, String> cards(ExposureHeader header) throws IOException {
    byte[] file = plain(header);
    Map<String, String> cards = new LinkedHashMap<>();
    for (int at = 0; ; at += 80) {
      String card = new String(file, at, 80, StandardCharsets.US_ASCII);
      if (card.startsWith("END     ")) {
        return cards;
      }
      String value = card.substring(10).strip();
      int end = value.startsWith("'") ? value.lastIndexOf('\'') + 1 : value.indexOf(" /");
      String bare = (end > 0 ? value.substring(0, end) : value).strip();
      cards.put(card.substring(0, 8).strip(), bare.replaceAll(" +'$", "'"));
    }
  }
}
