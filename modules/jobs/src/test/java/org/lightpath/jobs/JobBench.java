package org.lightpath.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.lightpath.device.host.DeviceHost;
import org.lightpath.device.host.DeviceState;
import org.lightpath.device.host.HostSettings;
import org.lightpath.device.host.PluginCatalog;
import org.lightpath.platform.Ids;
import org.lightpath.platform.JobChanged;
import org.lightpath.platform.Site;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.SiteDirectory;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Role;
import org.lightpath.test.kit.HeardEvents;

/** Everything from the request to the hardware of saf: camera1 and focuser1, played. */
final class JobBench implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");
  private static final long POLL_NANOS = 500_000;
  static final Caller WREN = Caller.everywhere("wren", "Wren", Role.OBSERVER);

  final PlayedHardware hardware = new PlayedHardware();
  final InMemoryJobs jobs = new InMemoryJobs();
  final FakeIntake intake = new FakeIntake();
  final HeardEvents<JobChanged> changes = new HeardEvents<>();
  final HeardEvents<WorkWaiting> work = new HeardEvents<>();
  final DeviceHost host;
  final JobService service;
  final JobExecutor executor;

  JobBench(Path scratch) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    SiteDirectory sites = new TwoSites();
    host = new DeviceHost(sites, clock, Executors.defaultThreadFactory(), change -> {});
    host.start(
        HostSettings.withScratch(scratch),
        PluginCatalog.of("played", List.of(hardware.cameras(), hardware.new Focusers())),
        Map.of(
            "lightpath.site.saf.device.camera1.driver", "played",
            "lightpath.site.saf.device.focuser1.driver", "played"));
    DeviceActions actions =
        new DeviceActions(
            host, sites, new CameraActions(host, sites, intake, clock), new MotionActions(host));
    service = new JobService(jobs, actions, changes, work, new Ids(clock), clock);
    executor = new JobExecutor(service, actions, Executors.defaultThreadFactory());
    eventually(() -> host.devices().stream().allMatch(d -> d.state() == DeviceState.READY));
  }

  /** Takes a request in, without waking anybody. */
  Job request(JobRequest request) {
    return service.request(request, WREN, Requests.TRACE);
  }

  void wake(String device) {
    executor.wake(Requests.SAF, device);
  }

  /** The job's words since it was made, oldest first. */
  List<String> storyOf(Job job) {
    return changes.heard().stream()
        .filter(change -> change.ulid().equals(job.ulid()))
        .map(JobChanged::status)
        .toList();
  }

  /** Waits until the job has ended and gives it. */
  Job ended(Job job) {
    eventually(() -> storyOf(job).stream().anyMatch(JobWords::isTerminal));
    return service.get(job.ulid());
  }

  /** Waits at most 10 s. */
  static void eventually(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    assertThat(condition.getAsBoolean()).as("came true within 10 s").isTrue();
  }

  @Override
  public void close() {
    executor.stop();
    host.stop();
  }

  /** saf, whose devices are here, and eco, which has its own software. */
  private static final class TwoSites implements SiteDirectory {

    @Override
    public Optional<Site> find(SiteCode code) {
      return all().stream().filter(site -> site.code().equals(code)).findFirst();
    }

    @Override
    public List<Site> all() {
      return List.of(site("eco"), site("saf"));
    }

    private static Site site(String code) {
      ZoneId zone = ZoneId.of("America/Denver");
      return new Site(
          new SiteCode(code), code, 35.554, -105.87, 2194, zone, 10, 782, Optional.empty());
    }
  }
}
