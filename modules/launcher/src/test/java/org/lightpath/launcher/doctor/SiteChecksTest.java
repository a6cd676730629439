package org.lightpath.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.device.host.PluginCatalog;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.FilterWheelDriver;
import org.lightpath.device.spi.FilterWheelProvider;
import org.lightpath.device.spi.Setting;
import org.lightpath.platform.config.KeyTable;

final class SiteChecksTest {

  private static final String SITE = "lightpath.site.saf.";
  private static final String WHEEL = SITE + "device.filterWheel1.";

  /** A wheel that must be told its pin and accepts only one. */
  public static final class Picky implements FilterWheelProvider {

    @Override
    public String id() {
      return "picky";
    }

    @Override
    public int spiVersion() {
      return 1;
    }

    @Override
    public List<Setting> settings() {
      return List.of(Setting.secret("pin", "pin of the controller"));
    }

    @Override
    public FilterWheelDriver create(DeviceContext context) {
      throw new IllegalArgumentException(
          "setting 'pin': '%s' is not 4711".formatted(context.settings().get("pin")));
    }
  }

  @TempDir Path scratch;

  private final Map<String, String> settings = new TreeMap<>();

  @BeforeEach
  void aWholeSite() {
    settings.put(SITE + "latitude-degrees", "35.554298");
    settings.put(SITE + "longitude-degrees", "-105.870197");
    settings.put(SITE + "elevation-metres", "2187");
    settings.put(SITE + "time-zone", "America/Denver");
  }

  private List<Finding> findings() throws IOException {
    return new SiteChecks(KeyTable.builtIn(), scratch)
        .findings(settings, PluginCatalog.of("test", List.of(new Picky())));
  }

  private String fault() throws IOException {
    List<Finding> findings = findings();
    assertThat(findings).singleElement().matches(it -> !it.isGood(), "is bad");
    return findings.get(0).text();
  }

  @Test
  void aWholeSiteIsGood() throws IOException {
    assertThat(findings()).singleElement().matches(Finding::isGood);
  }

  @Test
  void aMissingSettingIsNamed() throws IOException {
    settings.remove(SITE + "time-zone");
    assertThat(fault()).contains(SITE + "time-zone is missing");
  }

  @Test
  void aSiteCodeThatIsNoneIsNamed() throws IOException {
    settings.clear();
    settings.put("lightpath.site.s-f.name", "x");
    assertThat(fault()).contains("'s-f' is not 2-16 letters or digits");
  }

  @Test
  void aDriverThatNoPluginBringsIsNamedWithThoseThereAre() throws IOException {
    settings.put(WHEEL + "driver", "none");
    assertThat(fault())
        .contains(WHEEL + "driver=none: no plugin brings a driver 'none'", "picky (filterWheel)");
  }

  @Test
  void aMissingSettingOfADriverIsNamed() throws IOException {
    settings.put(WHEEL + "driver", "picky");
    assertThat(fault()).contains(WHEEL + "pin is missing", "plugin test");
  }

  @Test
  void whatTheProviderRefusesIsToldWithoutTheSecret() throws IOException {
    settings.put(WHEEL + "driver", "picky");
    settings.put(WHEEL + "pin", "hunter2");
    assertThat(fault()).contains(WHEEL, "is not 4711").doesNotContain("hunter2");
  }

  @Test
  void theFaultOfOneDeviceHidesNoOther() throws IOException {
    settings.put(WHEEL + "driver", "picky");
    settings.put(SITE + "device.filterWheel2.driver", "none");
    assertThat(findings()).hasSize(2).noneMatch(Finding::isGood);
  }

  @Test
  void aValueThatTheTableRefusesStopsTheLookAtItsSite() throws IOException {
    settings.put(SITE + "latitude-degrees", "north");
    settings.put(WHEEL + "driver", "none");
    assertThat(fault()).contains("saf cannot be read");
  }
}
