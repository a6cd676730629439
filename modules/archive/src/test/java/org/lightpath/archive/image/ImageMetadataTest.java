package org.lightpath.archive.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageMetadataTest {

  @Test
  void everythingIsTakenFromItsCard() {
    Map<String, String> header = new HashMap<>();
    header.put("CRVAL1", "250.4226");
    header.put("RAHRS", "16.7");
    header.put("CRVAL2", "+36.4602");
    header.put("DEC", "1");
    header.put("DATE-OBS", "2026-02-14T03:04:05.678");
    header.put("ALTITUDE", "60.5");
    header.put("AZIMUTH", "123.25");
    header.put("AIRMASS", "1.1541");
    header.put("EXPTIME", "1.5D+1");
    header.put("FILTER", "rp");
    header.put("USERNAME", "Ann");
    header.put("USERID", "auth0|u1");
    ImageMetadata metadata = ImageMetadata.of(header);

    assertThat(metadata.rightAscensionDegrees()).hasValue(250.4226);
    assertThat(metadata.declinationDegrees()).hasValue(36.4602);
    assertThat(metadata.captureDate()).contains(Instant.parse("2026-02-14T03:04:05.678Z"));
    assertThat(metadata.altitudeDegrees()).hasValue(60.5);
    assertThat(metadata.azimuthDegrees()).hasValue(123.25);
    assertThat(metadata.airmass()).hasValue(1.1541);
    assertThat(metadata.exposureSeconds()).hasValue(15);
    assertThat(metadata.filter()).contains("rp");
    assertThat(metadata.userName()).contains("Ann");
    assertThat(metadata.userId()).contains("auth0|u1");
  }

  @Test
  void mountStandsInForTheMap() {
    ImageMetadata metadata = ImageMetadata.of(Map.of("RAHRS", "16.7", "DEC", "-3.5"));

    assertThat(metadata.rightAscensionDegrees()).hasValue(16.7);
    assertThat(metadata.declinationDegrees()).hasValue(-3.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "Infinity", "1e999", "0x1p3", "12f", "16 41 41", "1,5", "--1"})
  void whatIsNoNumberIsLeftOut(String value) {
    assertThat(ImageMetadata.of(Map.of("AIRMASS", value)).airmass()).isEmpty();
  }

  @Test
  void longTextIsCutToWhatIsStored() {
    ImageMetadata metadata =
        ImageMetadata.of(Map.of("FILTER", "f".repeat(5000), "USERNAME", "u".repeat(5000)));

    assertThat(metadata.filter().orElseThrow()).hasSize(80);
    assertThat(metadata.userName().orElseThrow()).hasSize(255);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-14, 2026-02-14T00:00:00Z",
    "2026-02-14T03:04:05, 2026-02-14T03:04:05Z",
    "2026-02-14T03:04:05Z, 2026-02-14T03:04:05Z",
    "2026-02-14T03:04:05., 2026-02-14T03:04:05Z",
    "2026-02-14T03:04:05.1, 2026-02-14T03:04:05.1Z",
    "2026-02-14T03:04:05.678999Z, 2026-02-14T03:04:05.678Z",
    "2026-02-14T03:04, 2026-02-14T03:04:00Z",
    "2026-02-14 03:04:05.5, 2026-02-14T03:04:05.5Z",
    "2016-12-31T23:59:60, 2016-12-31T23:59:59Z",
    "31/12/98, 1998-12-31T00:00:00Z"
  })
  void datesAreUtcWithMilliseconds(String text, Instant expected) {
    assertThat(ImageMetadata.of(Map.of("DATE-OBS", text)).captureDate()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "today",
        "2026-02-30",
        "2026-02-14T25:00:00",
        "2026-02-14T03:04:05+01:00",
        "20260214"
      })
  void whatIsNoDateIsLeftOut(String text) {
    assertThat(ImageMetadata.of(Map.of("DATE-OBS", text)).captureDate()).isEmpty();
  }
}
