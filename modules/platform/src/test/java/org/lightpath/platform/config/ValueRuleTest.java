package org.lightpath.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on the very table that people read. */
final class ValueRuleTest {

  private static final String SITE = "lightpath.site.saf.";

  private static String fault(String key, String value) throws IOException {
    return KeyTable.builtIn().find(key).orElseThrow().fault(key, value).orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lightpath.profile | prodution | none of development, production",
        "lightpath.plugins.dir | plugins | no absolute path",
        "lightpath.public-url | lightpath.example.org | no address such as https://",
        "lightpath.public-url | ftp://lightpath.example.org | no address such as https://",
        "lightpath.db.url | postgres://h/d | no JDBC address",
        "lightpath.db.url | jdbc:h2:file:/d/l;MODE=PostgreSQL | without ;WRITE_DELAY=0",
        "lightpath.archive.max-object-bytes | 0 | no whole number 1 to 1099511627776",
        "lightpath.archive.max-object-bytes | 1.5 | no whole number",
        "lightpath.archive.max-object-bytes | 1e6 | no whole number",
        "lightpath.archive.max-object-bytes | 9999999999999999999 | no whole number",
        "lightpath.security.token-life | 8h | no ISO 8601 duration longer than zero",
        "lightpath.security.token-life | PT0S | no ISO 8601 duration longer than zero",
        "lightpath.device-host.poll-interval | -PT1S | no ISO 8601 duration longer than zero",
        "lightpath.device-host.max-abandoned-threads | 0 | no whole number 1 to 1000",
        "lightpath.site.saf.latitude-degrees | 90.1 | no number -90 to 90",
        "lightpath.site.saf.latitude-degrees | NaN | no number -90 to 90",
        "lightpath.site.saf.latitude-degrees | north | no number -90 to 90",
        "lightpath.site.saf.longitude-degrees | -180.1 | no number -180 to 360",
        "lightpath.site.saf.elevation-metres | 2194 m | no number -500 to 9000",
        "lightpath.site.saf.elevation-metres | 1e2147483647 | no number -500 to 9000",
        "lightpath.site.saf.ambient-celsius | -91 | no number -90 to 60",
        "lightpath.site.saf.pressure-hectopascals | 78200 | no number 300 to 1100",
        "lightpath.site.saf.time-zone | Mountain | no name of the tz database",
        "lightpath.site.saf.device.camera1.kind | cam | none of camera, focuser",
        "lightpath.site.saf.device.camera1.call-timeout | 30 | no ISO 8601 duration",
      })
  void aValueThatCannotBeIsNamedWithItsLimits(String key, String value, String why)
      throws IOException {
    assertThat(fault(key, value)).startsWith(key + "=" + value + " is ").contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lightpath.profile | production",
        "lightpath.public-url | https://lightpath.example.org/hub",
        "lightpath.db.url | jdbc:postgresql://h:5432/d",
        "lightpath.db.url | jdbc:h2:file:/d/l;MODE=PostgreSQL;write_delay=0",
        "lightpath.archive.max-object-bytes | 1099511627776",
        "lightpath.security.token-life | PT1S",
        "lightpath.site.saf.latitude-degrees | -90",
        "lightpath.site.saf.latitude-degrees | 35.554298",
        "lightpath.site.saf.longitude-degrees | 360",
        "lightpath.site.saf.time-zone | America/Denver",
        "lightpath.site.saf.device.camera1.readout-timeout | PT2M",
        "lightpath.site.saf.device.camera1.width-pixels | what its driver says",
      })
  void limitsBelongToTheRange(String key, String value) throws IOException {
    assertThat(fault(key, value)).isEmpty();
  }

  @Test
  void anEmptyValueIsNone() throws IOException {
    assertThat(fault(SITE + "latitude-degrees", " ")).isEmpty();
  }

  @Test
  void aSecretIsNeverPartOfTheSentence() {
    KnownKey pin = new KnownKey("lightpath.pin-secret", "(empty)", "whole number 1 to 9; a pin");
    assertThat(pin.fault("lightpath.pin-secret", "1234"))
        .contains("lightpath.pin-secret=******** is no whole number 1 to 9");
  }
}
