package org.lightpath.device.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.lightpath.device.spi.DeviceProvider;
import org.lightpath.platform.DeviceChanged;

/** A host with one fake focuser {@code focuser1} at {@code saf} and times of milliseconds. */
final class HostBench implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");
  static final Duration GRACE = Duration.ofMillis(150);
  static final Duration MOVE_LIMIT = Duration.ofMillis(400);

  final FakeFocuser.Hardware hardware = new FakeFocuser.Hardware();
  final List<DeviceChanged> changes = new CopyOnWriteArrayList<>();
  final DeviceHost host =
      new DeviceHost(
          new FixedSites(),
          Clock.fixed(NOW, ZoneOffset.UTC),
          Executors.defaultThreadFactory(),
          changes::add);
  private final Path scratch;
  private int maxAbandoned = 8;

  HostBench(Path scratch) {
    this.scratch = scratch;
  }

  HostBench withMaxAbandoned(int threads) {
    maxAbandoned = threads;
    return this;
  }

  static HostPace pace() {
    return new HostPace(
        GRACE,
        Duration.ofMillis(20),
        Duration.ofMillis(200),
        Duration.ofMillis(200),
        Duration.ofMillis(40),
        Duration.ofMillis(160));
  }

  /** Starts with {@code focuser1} and the further {@code properties}. */
  HostBench start(Map<String, String> properties, DeviceProvider<?>... others) {
    Map<String, String> all = new HashMap<>();
    all.put("lightpath.site.saf.device.focuser1.driver", "fake");
    all.put("lightpath.site.saf.device.focuser1.move-timeout", MOVE_LIMIT.toString());
    all.put("lightpath.site.saf.device.focuser1.call-timeout", "PT1S");
    all.putAll(properties);
    List<DeviceProvider<?>> providers = new ArrayList<>(List.of(others));
    providers.add(hardware.provider());
    host.start(
        new HostSettings(scratch, pace(), maxAbandoned), PluginCatalog.of("bench", providers), all);
    return this;
  }

  /** Starts and waits until the focuser is connected. */
  HostBench ready() {
    start(Map.of());
    eventually(() -> state() == DeviceState.READY);
    return this;
  }

  Focuser focuser() {
    return host.focuser(FixedSites.SAF, "focuser1");
  }

  DeviceView view() {
    return host.find(FixedSites.SAF, "focuser1").orElseThrow();
  }

  DeviceState state() {
    return view().state();
  }

  /** Waits at most 5 s. */
  static void eventually(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(condition.getAsBoolean()).as("came true within 5 s").isTrue();
  }

  @Override
  public void close() {
    host.stop();
  }
}
