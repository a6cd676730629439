package org.lightpath.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.database.DatabaseKind;
import org.lightpath.database.TestDatabase;
import org.lightpath.jobs.DeviceActions;
import org.lightpath.jobs.Job;
import org.lightpath.jobs.JobOrder;
import org.lightpath.jobs.JobRequest;
import org.lightpath.jobs.JobService;
import org.lightpath.jobs.JobWords;
import org.lightpath.jobs.WorkWaiting;
import org.lightpath.platform.Ids;
import org.lightpath.platform.JobChanged;
import org.lightpath.platform.SiteCode;
import org.lightpath.test.kit.AtOnce;
import org.lightpath.test.kit.HeardEvents;

/** Many takers, one job: the rows decide. */
@ParameterizedClass
@EnumSource
final class JobRaceTest {

  private static final SiteCode SAF = new SiteCode("saf");
  private static final int THREADS = 16;
  private static final int JOBS = 200;
  private static final int CAMERAS = 4;

  @Parameter DatabaseKind kind;
  private final Clock clock = Clock.fixed(Instant.parse("2026-02-14T03:00:00Z"), ZoneOffset.UTC);
  private final Ids ids = new Ids(clock);
  private final HeardEvents<JobChanged> changes = new HeardEvents<>();
  private TestDatabase database;
  private StoredJobs jobs;
  private JobService service;

  @BeforeEach
  void open() {
    database = kind.empty();
    jobs = new StoredJobs(database.entityManager());
    service =
        new JobService(jobs, noDevices(), changes, new HeardEvents<WorkWaiting>(), ids, clock);
  }

  /** Taking asks no device. */
  private static DeviceActions noDevices() {
    return new DeviceActions(null, null, null, null);
  }

  @Test
  void givesEachJobToOneTaker() throws Exception {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < JOBS; i++) {
      made.add(ids.next());
    }
    database.run(() -> made.forEach(ulid -> jobs.add(job(ulid, made.indexOf(ulid)))));

    List<String> taken =
        AtOnce.results(THREADS, i -> () -> takeAll(camera(i))).stream()
            .flatMap(Collection::stream)
            .toList();

    assertThat(taken).hasSize(JOBS).containsExactlyInAnyOrderElementsOf(made);
    assertThat(changes.heard()).extracting(JobChanged::status).containsOnly(JobWords.RECEIVED);
    assertThat(changes.heard()).hasSize(JOBS);
    assertThat(database.call(() -> jobs.waitingDevices())).isEmpty();
  }

  /** Until a taker, looking alone, finds nothing: an empty answer in a race may be a lost one. */
  private List<String> takeAll(String camera) {
    List<String> mine = new ArrayList<>();
    boolean waiting = true;
    while (waiting) {
      Optional<Job> job = database.call(() -> service.takeNext(SAF, camera));
      job.ifPresent(j -> mine.add(j.ulid()));
      waiting = job.isPresent() || database.call(() -> jobs.firstWaiting(SAF, camera)).isPresent();
    }
    return mine;
  }

  private static String camera(int number) {
    return "camera" + number % CAMERAS;
  }

  private static Job job(String ulid, int number) {
    JsonObject none = JsonObject.EMPTY_JSON_OBJECT;
    JobRequest request =
        new JobRequest(SAF, "camera", camera(number), "expose", none, none, "Wren", "wren");
    return new Job(ulid, new JobOrder(request, "[]", "0af7651916cd43dd8448eb211c80319c"), true);
  }
}
