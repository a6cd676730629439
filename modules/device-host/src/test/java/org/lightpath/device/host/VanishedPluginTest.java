package org.lightpath.device.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lightpath.device.host.HostBench.eventually;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.device.spi.FocuserProvider;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/** A plugin whose files go away under the running hub costs the calls that need them, no more. */
final class VanishedPluginTest {

  @TempDir private Path plugins;
  @TempDir private Path scratch;
  private final DeviceHost host =
      new DeviceHost(
          new FixedSites(), Clock.systemUTC(), Executors.defaultThreadFactory(), change -> {});
  private Focuser focuser;

  /** A focuser that needs the class {@code test.Gears} when it moves and not before. */
  private static PluginJar geared() {
    String code = PluginJar.focuserSource("geared", 1, "");
    return new PluginJar()
        .source(
            "Provider",
            code.replace("moveTo(int steps) {}", "moveTo(int steps) { Gears.turn(steps); }"))
        .source("Gears", "package test; final class Gears { static void turn(int steps) {} }")
        .service(FocuserProvider.class, "test.Provider");
  }

  @BeforeEach
  void startWithIt() throws Exception {
    geared().writeTo(plugins.resolve("geared/geared.jar"));
    host.start(
        new HostSettings(scratch, HostBench.pace(), 8),
        PluginCatalog.load(plugins),
        Map.of("lightpath.site.saf.device.focuser1.driver", "geared"));
    focuser = host.focuser(FixedSites.SAF, "focuser1");
    eventually(() -> focuser.view().state() == DeviceState.READY);
  }

  @AfterEach
  void stop() {
    host.stop();
  }

  @Test
  void aFolderThatIsRemovedIsGoneAtTheNextStartOnly() throws Exception {
    Files.delete(plugins.resolve("geared/geared.jar"));
    Files.delete(plugins.resolve("geared"));

    focuser.moveTo(7);

    assertThat(focuser.positionSteps()).isEqualTo(42);
    assertThat(PluginCatalog.load(plugins).plugins()).isEmpty();
  }

  @Test
  void aJarThatIsEmptiedFailsTheCallThatNeedsItAndTheNextOneRuns() throws Exception {
    Files.write(plugins.resolve("geared/geared.jar"), new byte[0]);

    assertThatThrownBy(() -> focuser.moveTo(7))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE))
        .hasMessageContaining("saf/focuser1")
        .hasMessageContaining("test/Gears");

    assertThat(focuser.positionSteps()).isEqualTo(42);
    assertThat(focuser.view().state()).isEqualTo(DeviceState.READY);
  }
}
