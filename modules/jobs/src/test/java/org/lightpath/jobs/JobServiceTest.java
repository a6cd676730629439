package org.lightpath.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.Ids;
import org.lightpath.platform.JobChanged;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Role;

final class JobServiceTest {

  @TempDir Path scratch;
  private JobBench bench;

  @BeforeEach
  void open() {
    bench = new JobBench(scratch);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void storesTellsAndQueuesAJobOfTheHubsDevices() {
    Job job = bench.request(Requests.bias());

    assertThat(bench.jobs.find(job.ulid())).containsSame(job);
    assertThat(bench.changes.heard())
        .containsExactly(
            new JobChanged(Requests.SAF, job.ulid(), JobWords.UNREAD, JobJson.of(job)));
    assertThat(bench.work.heard()).containsExactly(new WorkWaiting(Requests.SAF, "camera1"));
    assertThat(Ids.millisOf(job.ulid())).isEqualTo(JobBench.NOW.toEpochMilli());
  }

  @Test
  void leavesAJobOfASiteWithoutDevicesHereToTheSitesSoftware() {
    Job job = bench.request(elsewhere("eco"));

    assertThat(bench.jobs.find(job.ulid())).isPresent();
    assertThat(bench.work.heard()).isEmpty();
  }

  @Test
  void writesTheCallersRolesAsJsonText() {
    Caller caller = Caller.everywhere("wren", "Wren", Role.SITE_AGENT, Role.ADMIN);

    Job job = bench.service.request(Requests.bias(), caller, Requests.TRACE);

    assertThat(job.order().userRoles()).isEqualTo("[\"admin\",\"site-agent\"]");
  }

  @Test
  void refusesAJobInTheNameOfSomebodyElse() {
    Caller finch = Caller.everywhere("finch", "Wren", Role.ADMIN);

    assertRefused(
        () -> bench.service.request(Requests.bias(), finch, Requests.TRACE), ErrorCode.FORBIDDEN);
  }

  @Test
  void refusesAnUnknownSiteOrDevice() {
    assertRefused(() -> bench.request(elsewhere("xyz")), ErrorCode.NOT_FOUND);
    assertRefused(
        () -> bench.request(Requests.of("camera", "camera9", "expose", "time", "1")),
        ErrorCode.NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "camera,camera1,dance,time,1",
    "mount,camera1,expose,time,1",
    "camera,camera1,expose,time,-1",
    "camera,camera1,expose,time,3601",
    "focuser,focuser1,move_absolute,position,1001",
    "focuser,focuser1,move_absolute,position,here",
    "focuser,focuser1,move_absolute,speed,1",
    "focuser,focuser1,dance,position,1"
  })
  void refusesWhatTheDeviceCannotDo(
      String type, String device, String action, String name, String value) {
    assertRefused(
        () -> bench.request(Requests.of(type, device, action, name, value)),
        ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void refusesARegionOutsideTheChip() {
    assertRefused(
        () -> bench.request(Requests.expose("time", "1", "roi", "30,0,20,10")),
        ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void keepsTheNewestOfTheRecentJobsAndListsThemOldestFirst() {
    Job first = bench.request(Requests.bias());
    Job second = bench.request(Requests.bias());
    Job third = bench.request(Requests.bias());

    assertThat(bench.service.recent(Requests.SAF, Duration.ofHours(1), 2))
        .containsExactly(second, third);
    assertThat(bench.service.recent(Requests.SAF, Duration.ZERO, 10))
        .containsExactly(first, second, third);
    assertThat(bench.service.recent(new SiteCode("eco"), Duration.ofHours(1), 10)).isEmpty();
  }

  @Test
  void takesAJobOnce() {
    bench.request(Requests.bias());

    assertThat(bench.service.takeNext(Requests.SAF, "camera1")).isPresent();
    assertThat(bench.service.takeNext(Requests.SAF, "camera1")).isEmpty();
  }

  @Test
  void knowsNoJobOfAnotherId() {
    assertRefused(() -> bench.service.get("01DZVY846T52P6P3JWAJNJMJ1Z"), ErrorCode.NOT_FOUND);
    assertRefused(() -> bench.service.start("01DZVY846T52P6P3JWAJNJMJ1Z"), ErrorCode.NOT_FOUND);
  }

  private static void assertRefused(Runnable call, ErrorCode code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static JobRequest elsewhere(String site) {
    JsonObject none = JsonObject.EMPTY_JSON_OBJECT;
    return new JobRequest(
        new SiteCode(site), "enclosure", "roof", "open", none, none, "Wren", "wren");
  }
}
