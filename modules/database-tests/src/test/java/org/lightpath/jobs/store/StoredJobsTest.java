package org.lightpath.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.database.DatabaseKind;
import org.lightpath.database.TestDatabase;
import org.lightpath.jobs.Job;
import org.lightpath.jobs.JobOrder;
import org.lightpath.jobs.JobRequest;
import org.lightpath.jobs.JobWords;
import org.lightpath.jobs.OpenJobs;
import org.lightpath.jobs.WorkWaiting;
import org.lightpath.platform.Ids;
import org.lightpath.platform.SiteCode;

@ParameterizedClass
@EnumSource
final class StoredJobsTest {

  private static final SiteCode SAF = new SiteCode("saf");
  private static final SiteCode ECO = new SiteCode("eco");
  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00.123Z");
  private static final JsonObject PARAMS =
      Json.createObjectBuilder().add("time", "0.5").add("note", "“½ ″ – ok”").build();

  @Parameter DatabaseKind kind;
  private TestDatabase database;
  private StoredJobs jobs;

  @BeforeEach
  void open() {
    database = kind.empty();
    jobs = new StoredJobs(database.entityManager());
  }

  @Test
  void givesBackEverythingOfAJobThatRan() {
    Job job = job(1, SAF, "camera1", true);
    job.receive(NOW);
    job.start(NOW.plusMillis(1));
    job.expose("saf-camera1-20260214-00000001", Duration.ofSeconds(3));
    job.save();
    job.expose("saf-camera1-20260214-00000002", Duration.ofSeconds(2));
    job.fail("the shutter is stuck", NOW.plusMillis(2));
    add(job);

    Job found = database.call(() -> jobs.find(job.ulid()).orElseThrow());

    assertThat(found.status()).isEqualTo(JobWords.FAILED);
    assertThat(found.replicaStatus()).isEqualTo(JobWords.UNREAD);
    assertThat(found.receivedAt()).contains(NOW);
    assertThat(found.startedAt()).contains(NOW.plusMillis(1));
    assertThat(found.endedAt()).contains(NOW.plusMillis(2));
    assertThat(found.reason()).isEqualTo("the shutter is stuck");
    assertThat(found.secondsUntilComplete()).contains("0");
    assertThat(found.images())
        .containsExactly("saf-camera1-20260214-00000001", "saf-camera1-20260214-00000002");
    assertThat(found.order().request()).isEqualTo(request(SAF, "camera1"));
    assertThat(found.order().userRoles()).isEqualTo("[\"observer\"]");
    assertThat(found.order().traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
  }

  @Test
  void keepsATimeThatHasNotComeAsNone() {
    add(job(1, SAF, "camera1", true));

    Job found = database.call(() -> jobs.find(ulid(1)).orElseThrow());

    assertThat(found.receivedAt()).isEmpty();
    assertThat(found.images()).isEmpty();
    assertThat(database.call(() -> jobs.find(ulid(2)))).isEmpty();
  }

  @Test
  void keepsWhatIsChangedUnderTheLock() {
    add(job(1, SAF, "camera1", true));

    database.run(() -> jobs.lock(ulid(1)).orElseThrow().receive(NOW));

    assertThat(database.call(() -> jobs.find(ulid(1)).orElseThrow().status()))
        .isEqualTo(JobWords.RECEIVED);
    assertThat(database.call(() -> jobs.lock(ulid(2)))).isEmpty();
  }

  @Test
  void givesTheOldestJobThatWaitsForThatDevice() {
    add(job(9, SAF, "camera1", true));
    add(job(5, SAF, "camera1", true));
    add(job(1, SAF, "mount1", true));
    add(job(2, ECO, "camera1", true));
    add(job(3, SAF, "camera1", false));
    add(taken(4));

    Optional<Job> first = database.call(() -> jobs.firstWaiting(SAF, "camera1"));

    assertThat(first.map(Job::ulid)).contains(ulid(5));
    assertThat(database.call(() -> jobs.firstWaiting(SAF, "camera2"))).isEmpty();
  }

  @Test
  void listsTheHubsDevicesForWhichJobsWaitEachOnce() {
    add(job(3, SAF, "camera1", true));
    add(job(5, SAF, "camera1", true));
    add(job(1, ECO, "mount1", true));
    add(job(2, SAF, "camera1", false));
    add(taken(4));

    assertThat(database.call(() -> jobs.waitingDevices()))
        .containsExactlyInAnyOrder(new WorkWaiting(SAF, "camera1"), new WorkWaiting(ECO, "mount1"));
    assertThat(database.call(() -> jobs.countWaiting(SAF, "camera1"))).isEqualTo(2);
  }

  @Test
  void findsTheJobsOfATrace() {
    Job job = job(1, SAF, "camera1", true);
    add(job);

    String trace = job.order().traceId();
    assertThat(ulids(database.call(() -> jobs.ofTrace(trace, 10)))).containsExactly(ulid(1));
    assertThat(database.call(() -> jobs.ofTrace("f".repeat(32), 10))).isEmpty();
  }

  @Test
  void countsWhatHasNotEndedBySiteAndStatus() {
    Job ended = taken(5);
    ended.complete(NOW);
    List.of(job(2, SAF, "camera1", true), job(1, SAF, "mount1", false), taken(3), ended)
        .forEach(this::add);
    add(job(4, ECO, "camera1", true));

    assertThat(database.call(jobs::countOpen))
        .containsExactlyInAnyOrder(
            new OpenJobs(SAF, "UNREAD", 2, ulid(1)),
            new OpenJobs(SAF, "RECEIVED", 1, ulid(3)),
            new OpenJobs(ECO, "UNREAD", 1, ulid(4)));
  }

  @Test
  void callsInterruptedWhatWasTakenAndHasNotEnded() {
    Job received = taken(3);
    Job exposing = taken(2);
    exposing.start(NOW);
    exposing.expose("saf-camera1-20260214-00000001", Duration.ZERO);
    Job ended = taken(4);
    ended.complete(NOW);
    Job elsewhere = job(5, SAF, "camera1", false);
    elsewhere.receive(NOW);
    List.of(received, exposing, ended, elsewhere, job(1, SAF, "camera1", true)).forEach(this::add);

    assertThat(ulids(database.call(jobs::interrupted))).containsExactly(ulid(2), ulid(3));
  }

  @Test
  void keepsTheNewestIfMoreAreRecentThanTheLimit() {
    for (int number = 1; number <= 5; number++) {
      add(job(number, SAF, "camera1", true));
    }
    add(job(6, ECO, "camera1", true));

    assertThat(ulids(database.call(() -> jobs.recent(SAF, ulid(2), 2))))
        .containsExactly(ulid(5), ulid(4));
    assertThat(ulids(database.call(() -> jobs.recent(SAF, ulid(4), 10))))
        .as("from that ulid on")
        .containsExactly(ulid(5), ulid(4));
    assertThat(database.call(() -> jobs.recent(ECO, Ids.lowestAt(NOW.plusSeconds(9)), 10)))
        .isEmpty();
  }

  private static Job taken(int number) {
    Job job = job(number, SAF, "camera1", true);
    job.receive(NOW);
    return job;
  }

  private static Job job(int number, SiteCode site, String device, boolean hubDriven) {
    JobOrder order =
        new JobOrder(request(site, device), "[\"observer\"]", "0af7651916cd43dd8448eb211c80319c");
    return new Job(ulid(number), order, hubDriven);
  }

  private static JobRequest request(SiteCode site, String device) {
    return new JobRequest(
        site, "camera", device, "expose", PARAMS, JsonObject.EMPTY_JSON_OBJECT, "Wren", "wren");
  }

  private static String ulid(int number) {
    return Ids.lowestAt(NOW.plusMillis(number));
  }

  private void add(Job job) {
    database.run(() -> jobs.add(job));
  }

  private static List<String> ulids(List<Job> found) {
    return found.stream().map(Job::ulid).toList();
  }
}
