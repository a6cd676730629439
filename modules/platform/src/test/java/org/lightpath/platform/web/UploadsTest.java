package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 20 s of grace, then 16 KiB a second, the figures of server-config/README.md. */
final class UploadsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 19, false",
    "0, 21, true",
    "163840, 29, false",
    "163840, 31, true",
    "1073741824, 3600, false",
  })
  void aSenderKeepsThePace(long bytes, long seconds, boolean tooSlow) {
    assertThat(Uploads.Counting.isTooSlow(bytes, seconds * 1_000_000_000L)).isEqualTo(tooSlow);
  }
}
