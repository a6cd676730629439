package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What a hub has to stand; one hub goes through all of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class HardshipIT {

  private static final int HOSTILE = 10_000;
  private static final Duration FULL = Duration.ofSeconds(15);
  private static final Duration STOP = Duration.ofSeconds(10);

  /** What a JVM ends with after SIGTERM: 128 and the number of the signal. */
  private static final int TERMINATED = 143;

  private MicroHub micro;
  private Optional<SmallDisk> disk;
  private Path clock;

  @BeforeAll
  void start() throws IOException {
    SmallDisk.clear(MicroHub.ROOT.resolve("modules/it/target/micro/hardship/data"));
    micro = new MicroHub("hardship");
    disk = SmallDisk.at(micro.data);
    clock = micro.folder.resolve("clock");
    setClock(0);
    micro.with("lightpath.test.clock-file", clock.toString()).start().awaitReady();
    Promises.prepare(micro.client());
  }

  @AfterAll
  void stop() throws IOException {
    micro.close();
    if (disk.isPresent()) {
      Files.copy(micro.data.resolve("logs/hub.log"), micro.folder.resolve("hub.log"));
      disk.get().close();
    }
  }

  private void assertTheMainJobRuns() {
    JsonObject job = Observer.at(micro.client()).gets("saf", "camera1", "0.1");
    assertThat(Observer.statusOf(job)).as(job.toString()).isEqualTo("COMPLETE");
  }

  @Test
  @Order(1)
  void tenThousandHostileRequestsMakeNoFaultAndReachNothing() throws Exception {
    try (HostileWave wave = new HostileWave(micro.client().base, micro.folder, micro.data)) {
      List<String> faults = wave.faultsOf(HOSTILE);
      assertThat(faults.stream().limit(20)).as("%d faults of %d", faults.size(), HOSTILE).isEmpty();
      assertThat(wave.escapes()).isEmpty();
      assertThat(wave.statuses()).as("some of every kind").hasSizeGreaterThan(20);
    }
    assertTheMainJobRuns();
  }

  @Test
  @Order(3)
  void aFullDiskRefusesLosesNothingAndIsForgottenWhenThereIsSpace() throws Exception {
    assumeTrue(disk.isPresent(), "skipped: this user may not mount a small disk");
    HubClient hub = micro.client();
    String token = hub.token("ada");
    Promises promises = new Promises();
    askForEach(promises, hub, token);
    assertThat(promises.refusals()).isEmpty();
    Instant end = Instant.now().plus(FULL);
    while (Instant.now().isBefore(end)) {
      disk.get().fill();
      askForEach(promises, hub, token);
      assertThat(hub.get("/api/pipe/queues").statusCode()).isIn(200, 503);
    }
    assertThat(promises.refusals()).isNotEmpty().allSatisfy(HardshipIT::assertNoFault);
    disk.get().free();
    micro.awaitReady();
    promises.assertKept(hub, micro.data);
    assertTheMainJobRuns();
  }

  private static void askForEach(Promises promises, HubClient hub, String token) {
    promises.askJob(hub, token);
    promises.askItem(hub);
    promises.askObject(hub);
  }

  private static void assertNoFault(HttpResponse<String> refusal) {
    assertThat(refusal.statusCode()).as(refusal.uri() + refusal.body()).isIn(503, 507);
    assertThat(refusal.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  @Order(4)
  void sigtermUnderLoadBreaksNoPromise() throws Exception {
    Promises promises = new Promises();
    try (HubLoad load = new HubLoad(micro.client(), promises)) {
      HubClient.await("promises under way", promises::count, count -> count >= 100);
      assertThat(micro.terminate(STOP)).as("exit code").isIn(0, TERMINATED);
    }
    micro.start().awaitReady();
    promises.assertKept(micro.client(), micro.data);
    assertTheMainJobRuns();
  }

  @Test
  @Order(2)
  void aClockThatJumpsByAnHourEndsNoLoginAndHoldsNoJobUp() throws Exception {
    assertTheMainJobRuns(); // makes the queue, too
    HubClient hub = micro.client();
    Observer before = Observer.at(hub);
    JsonObject first = HubClient.object(enqueueOnce(hub));
    for (int offset : List.of(3600, -3600, 0)) {
      setClock(offset);
      HubClient.await("the hub's clock", () -> ahead(hub), ahead -> Math.abs(ahead - offset) < 60);
      micro.awaitReady();
      for (Observer observer : List.of(before, Observer.at(hub))) {
        JsonObject job = observer.gets("saf", "camera1", "0.1");
        assertThat(Observer.statusOf(job)).as("at %+d s: %s", offset, job).isEqualTo("COMPLETE");
      }
      HttpResponse<String> again = enqueueOnce(hub);
      assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
      assertThat(HubClient.object(again)).isEqualTo(first);
    }
  }

  private void setClock(int secondsAhead) throws IOException {
    Path next = Files.writeString(micro.folder.resolve("clock.next"), "" + secondsAhead);
    Files.move(next, clock, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static HttpResponse<String> enqueueOnce(HubClient hub) {
    HttpResponse<String> answer =
        hub.send(
            hub.request("/api/pipe/enqueue")
                .header("Idempotency-Key", "\"once\"")
                .POST(BodyPublishers.ofString(item().toString())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private static JsonObject item() {
    return Json.createObjectBuilder()
        .add("queue_name", "saf")
        .add("payload", Json.createObjectBuilder().add("number", "once"))
        .build();
  }

  /** By how many seconds the hub's clock is ahead of ours. */
  private static long ahead(HubClient hub) {
    JsonObject made = HubClient.object(hub.post("/api/pipe/enqueue", item()));
    long millis = made.getJsonNumber("created_at").longValueExact();
    return Duration.between(Instant.now(), Instant.ofEpochMilli(millis)).toSeconds();
  }
}
