package org.lightpath.test.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.device.spi.CameraProvider;
import org.lightpath.device.spi.DeviceDriver;
import org.lightpath.device.spi.DeviceProvider;
import org.lightpath.device.spi.FilterWheelDriver;
import org.lightpath.device.spi.FilterWheelProvider;
import org.lightpath.device.spi.FocuserDriver;
import org.lightpath.device.spi.FocuserProvider;
import org.lightpath.device.spi.MountDriver;
import org.lightpath.device.spi.MountProvider;
import org.lightpath.device.spi.Setting;
import org.lightpath.device.spi.SpiVersion;

/** What every {@link DeviceProvider} has to hold, whatever the kind of its drivers. */
@Timeout(60)
public abstract class ProviderContract {

  /** The kinds, each with the interface that its providers are listed under. */
  private static final Map<Class<?>, Class<? extends DeviceDriver>> KINDS =
      Map.of(
          CameraProvider.class, CameraDriver.class,
          FocuserProvider.class, FocuserDriver.class,
          FilterWheelProvider.class, FilterWheelDriver.class,
          MountProvider.class, MountDriver.class);

  @TempDir private Path scratch;

  /** For plugins, which extend it. */
  protected ProviderContract() {}

  /** The provider under test. */
  protected abstract DeviceProvider<?> provider();

  /** Values for the settings that have no default. Default: none. */
  protected Map<String, String> chosenSettings() {
    return Map.of();
  }

  /** The interface of this provider's kind. */
  private Class<?> kind() {
    return KINDS.keySet().stream()
        .filter(kind -> kind.isInstance(provider()))
        .findFirst()
        .orElseGet(() -> fail("%s is a provider of no kind", provider().getClass().getName()));
  }

  @Test
  void idIsPlain() {
    assertThat(provider().id()).matches("[a-z0-9][a-z0-9-]{0,31}");
  }

  @Test
  void spiVersionIsTheCurrentOne() {
    assertThat(provider().spiVersion()).isEqualTo(SpiVersion.CURRENT);
  }

  @Test
  void serviceLoaderFindsIt() {
    List<Class<?>> found =
        ServiceLoader.load(kind(), provider().getClass().getClassLoader()).stream()
            .<Class<?>>map(ServiceLoader.Provider::type)
            .toList();
    assertThat(found).as("META-INF/services/%s", kind().getName()).contains(provider().getClass());
  }

  @Test
  void settingsHaveNamesOfTheirOwnAndMeanings() {
    List<Setting> settings = provider().settings();
    assertThat(settings.stream().map(Setting::name)).doesNotHaveDuplicates();
    assertThat(settings)
        .allSatisfy(
            setting -> {
              assertThat(setting.name()).matches("[a-z][a-z0-9-]*");
              assertThat(setting.meaning()).as(setting.name()).isNotBlank();
            });
    assertThat(provider().settings()).as("settings asked again").isEqualTo(settings);
  }

  @Test
  void requiredSettingHasNoDefault() {
    assertThat(provider().settings())
        .filteredOn(Setting::required)
        .allSatisfy(setting -> assertThat(setting.defaultValue()).as(setting.name()).isEmpty());
  }

  @Test
  void secretHasNoDefault() {
    assertThat(provider().settings())
        .filteredOn(Setting::sensitive)
        .allSatisfy(setting -> assertThat(setting.defaultValue()).as(setting.name()).isEmpty());
  }

  @Test
  void createGivesDriversOfItsKindAtOnce() {
    long start = System.nanoTime();
    try (DeviceDriver first = create("contract1");
        DeviceDriver second = create("contract2")) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      assertThat(first).isInstanceOf(KINDS.get(kind()));
      assertThat(second).isNotSameAs(first);
    }
  }

  private DeviceDriver create(String deviceName) {
    return provider()
        .create(
            DeviceContexts.of(
                provider(),
                DeviceContexts.site("contract"),
                deviceName,
                chosenSettings(),
                scratch,
                Clock.systemUTC()));
  }
}
