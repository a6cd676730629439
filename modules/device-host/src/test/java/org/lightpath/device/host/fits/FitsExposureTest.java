package org.lightpath.device.host.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.device.spi.Frame;
import org.lightpath.device.spi.FrameKind;

final class FitsExposureTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-14T03:04:17Z"), ZoneOffset.UTC);
  private static final String CLEAN = "found 0 warning(s) and 0 error(s)";

  /** Warnings are errors; prints whether pixels equal the big-endian raw file of argument 2. */
  private static final String COMPARE =
      """
      import sys, warnings
      warnings.simplefilter('error')
      import numpy as np
      from astropy.io import fits
      with fits.open(sys.argv[1], checksum=True) as hdus:
          hdus.verify('exception')
          data = [h for h in hdus if h.data is not None][0].data
          raw = np.fromfile(sys.argv[2], dtype='>u2').reshape(data.shape)
          print(data.dtype.kind + str(data.dtype.itemsize), np.array_equal(data, raw))
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(FrameKind.class)
  void fitsverifyFindsNothingInEitherForm(FrameKind kind) throws Exception {
    Frame frame = SampleExposure.sky(300, 200);
    ExposureHeader header = SampleExposure.of(frame, kind, "M 13", "Ann", "auth0|u1");

    assertThat(FitsTools.fitsverify(plain(header))).contains(CLEAN);
    assertThat(FitsTools.fitsverify(packed(header))).contains(CLEAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Zürich – Ångström",
        "日本",
        "O'Neill's '''",
        "a\u0000b\nSIMPLE  =",
        "&",
        "ends with ampersand &"
      })
  void fitsverifyFindsNothingWhateverPeopleWrite(String text) throws Exception {
    Frame frame = SampleExposure.sky(33, 7);
    for (String written : new String[] {text, text.repeat(30), "x".repeat(66) + text}) {
      ExposureHeader header =
          SampleExposure.of(frame, FrameKind.LIGHT, written, written, written + "|id");

      assertThat(FitsTools.fitsverify(plain(header))).contains(CLEAN);
      assertThat(FitsTools.fitsverify(packed(header))).contains(CLEAN);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sky", "noise", "pattern", "one pixel", "one column"})
  void pixelsComeBackBitForBit(String content) throws Exception {
    Frame frame =
        switch (content) {
          case "sky" -> SampleExposure.sky(301, 205);
          case "noise" -> SampleExposure.noise(301, 205);
          case "pattern" -> SampleExposure.pattern(301, 205);
          case "one pixel" -> SampleExposure.sky(1, 1);
          default -> SampleExposure.noise(1, 205);
        };
    Path raw = raw(frame);
    Path packed = packed(SampleExposure.light(frame));
    Path unpacked = folder.resolve("unpacked.fits");
    FitsTools.funpack(packed, unpacked);

    assertThat(FitsTools.astropy(COMPARE, plain(SampleExposure.light(frame)), raw))
        .isEqualTo("u2 True");
    assertThat(FitsTools.astropy(COMPARE, packed, raw)).isEqualTo("u2 True");
    assertThat(FitsTools.astropy(COMPARE, unpacked, raw)).isEqualTo("u2 True");
    assertThat(FitsTools.fitsverify(unpacked)).contains(CLEAN);
  }

  @Test
  void unpackedFileIsThePlainFile() throws Exception {
    ExposureHeader header = SampleExposure.light(SampleExposure.sky(300, 200));
    Path unpacked = folder.resolve("unpacked.fits");
    FitsTools.funpack(packed(header), unpacked);
    // funpack writes both sums anew with the date in their comments, which changes CHECKSUM.
    String diff =
        """
        import sys
        from astropy.io import fits
        diff = fits.FITSDiff(sys.argv[1], sys.argv[2], ignore_keywords=['CHECKSUM'],
            ignore_comments=['DATASUM'])
        print(diff.identical, '' if diff.identical else diff.report())
        """;

    assertThat(FitsTools.astropy(diff, plain(header), unpacked)).isEqualTo("True");
  }

  @Test
  void sameExposureGivesTheSameBytes() throws IOException {
    FitsExposure exposure =
        new FitsExposure(SampleExposure.light(SampleExposure.sky(300, 200)), CLOCK);
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    exposure.writeCompressed(first);
    exposure.writeCompressed(second);

    assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
    assertThat(first.size() % 2880).isZero();
  }

  @Test
  void usualSkyShrinksToHalf() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    new FitsExposure(SampleExposure.light(SampleExposure.sky(1000, 1000)), CLOCK)
        .writeCompressed(packed);

    assertThat(packed.size()).isLessThan(2_000_000 / 2);
  }

  private Path plain(ExposureHeader header) throws IOException {
    Path file = folder.resolve("exposure.fits");
    try (OutputStream out = Files.newOutputStream(file)) {
      new FitsExposure(header, CLOCK).write(out);
    }
    return file;
  }

  private Path packed(ExposureHeader header) throws IOException {
    Path file = folder.resolve("exposure.fits.fz");
    try (OutputStream out = Files.newOutputStream(file)) {
      new FitsExposure(header, CLOCK).writeCompressed(out);
    }
    return file;
  }

  private Path raw(Frame frame) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(2 * frame.pixels().length);
    bytes.asShortBuffer().put(frame.pixels());
    return Files.write(folder.resolve("raw"), bytes.array());
  }
}
