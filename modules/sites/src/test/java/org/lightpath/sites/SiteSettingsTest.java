package org.lightpath.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.Site;
import org.lightpath.platform.SiteCode;

final class SiteSettingsTest {

  private static final SiteCode SAF = new SiteCode("saf");

  @Test
  void haveDefaultsForWhatIsNotNeeded() {
    assertThat(read(MapConfig.saf()))
        .isEqualTo(
            new Site(
                SAF,
                "saf",
                35.554389,
                -105.870028,
                2194,
                ZoneId.of("America/Denver"),
                10,
                1013.25,
                Optional.of("saf")));
  }

  @Test
  void canAllBeSet() {
    MapConfig config =
        MapConfig.saf()
            .with("name", "Apache Ridge")
            .with("latitude-degrees", "-90")
            .with("longitude-degrees", "360")
            .with("elevation-metres", "-28")
            .with("time-zone", "UTC")
            .with("ambient-celsius", "-5.5")
            .with("pressure-hectopascals", "782")
            .with("pipe.queue", " eva ");

    assertThat(read(config))
        .isEqualTo(
            new Site(
                SAF,
                "Apache Ridge",
                -90,
                360,
                -28,
                ZoneId.of("UTC"),
                -5.5,
                782,
                Optional.of("eva")));
  }

  @Test
  void sendNoNoticesIfThePipeQueueIsEmpty() {
    assertThat(read(MapConfig.saf().with("pipe.queue", "")).pipeQueue()).isEmpty();
    assertThat(read(MapConfig.saf().with("pipe.queue", "  ")).pipeQueue()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"latitude-degrees", "longitude-degrees", "elevation-metres", "time-zone"})
  void nameTheKeyThatIsMissing(String name) {
    assertThatThrownBy(() -> read(MapConfig.saf().without(name)))
        .hasMessage("lightpath.site.saf." + name + " is missing");
    assertThatThrownBy(() -> read(MapConfig.saf().with(name, "")))
        .hasMessage("lightpath.site.saf." + name + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "latitude-degrees,90.1,-90.0 and 90.0",
    "latitude-degrees,NaN,-90.0 and 90.0",
    "longitude-degrees,-180.1,-180.0 and 360.0",
    "elevation-metres,9001,-500.0 and 9000.0",
    "ambient-celsius,-91,-90.0 and 60.0",
    "pressure-hectopascals,78200,300.0 and 1100.0",
    "latitude-degrees,north,not a number",
    "elevation-metres,2194 m,not a number",
    "time-zone,Mountain,America/Denver"
  })
  void nameKeyAndValueThatCannotBe(String name, String value, String why) {
    assertThatThrownBy(() -> read(MapConfig.saf().with(name, value)))
        .hasMessageContaining("lightpath.site.saf." + name + "=" + value)
        .hasMessageContaining(why);
  }

  @Test
  void makeTheDirectoryOfAllSites() {
    MapConfig config = MapConfig.saf();
    for (String name : List.of("latitude-degrees", "longitude-degrees", "elevation-metres")) {
      config.withKey("lightpath.site.eco." + name, "1");
    }
    config.withKey("lightpath.site.eco.time-zone", "UTC").withKey("lightpath.sites", "ignored");

    ConfiguredSites sites = new ConfiguredSites(config);

    assertThat(sites.all()).extracting(site -> site.code().value()).containsExactly("eco", "saf");
    assertThat(sites.find(SAF))
        .hasValueSatisfying(s -> assertThat(s.elevationMetres()).isEqualTo(2194));
    assertThat(sites.find(new SiteCode("SAF"))).isEmpty();
  }

  @Test
  void refuseACodeThatIsNone() {
    assertThatThrownBy(
            () -> new ConfiguredSites(MapConfig.saf().withKey("lightpath.site.s-f.name", "x")))
        .hasMessageContaining("'s-f'");
  }

  private static Site read(MapConfig config) {
    return new SiteSettings(config, SAF).read();
  }
}
