package org.lightpath.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.Site;
import org.lightpath.platform.SiteCode;

final class SiteSettingsTest {

  private static final SiteCode SAF = new SiteCode("saf");

  @Test
  void haveDefaultsForWhatIsNotNeeded() {
    assertThat(read(SafSettings.saf()))
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
    SafSettings config =
        SafSettings.saf()
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
    assertThat(read(SafSettings.saf().with("pipe.queue", "")).pipeQueue()).isEmpty();
    assertThat(read(SafSettings.saf().with("pipe.queue", "  ")).pipeQueue()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"latitude-degrees", "longitude-degrees", "elevation-metres", "time-zone"})
  void nameTheKeyThatIsMissing(String name) {
    assertThatThrownBy(() -> read(SafSettings.saf().without(name)))
        .hasMessage("lightpath.site.saf." + name + " is missing");
    assertThatThrownBy(() -> read(SafSettings.saf().with(name, "")))
        .hasMessage("lightpath.site.saf." + name + " is missing");
  }

  @Test
  void makeTheDirectoryOfAllSites() {
    SafSettings config = SafSettings.saf();
    for (String name : List.of("latitude-degrees", "longitude-degrees", "elevation-metres")) {
      config.withKey("lightpath.site.eco." + name, "1");
    }
    config.withKey("lightpath.site.eco.time-zone", "UTC").withKey("lightpath.sites", "ignored");

    ConfiguredSites sites = new ConfiguredSites(config.values());

    assertThat(sites.all()).extracting(site -> site.code().value()).containsExactly("eco", "saf");
    assertThat(sites.find(SAF))
        .hasValueSatisfying(s -> assertThat(s.elevationMetres()).isEqualTo(2194));
    assertThat(sites.find(new SiteCode("SAF"))).isEmpty();
  }

  @Test
  void refuseACodeThatIsNone() {
    assertThatThrownBy(
            () ->
                new ConfiguredSites(
                    SafSettings.saf().withKey("lightpath.site.s-f.name", "x").values()))
        .hasMessageContaining("'s-f'");
  }

  private static Site read(SafSettings config) {
    return new SiteSettings(config.values(), SAF).read();
  }
}
