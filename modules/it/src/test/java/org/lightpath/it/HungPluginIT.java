package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Plugins that hang, break, fail or lose their device cost one job and nothing else. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class HungPluginIT {

  private static final MicroHub MICRO = FaultyMicro.hub();
  private static final HubClient HUB = MICRO.client();
  private static final Observer ADA = Observer.at(HUB);

  /** Exposure time, read-out time-out and grace of camera1 of tst, and what the hub may add. */
  private static final long HANG_LIMIT_MILLIS = 100 + 2_000 + 1_000 + 1_000;

  private static JsonObject device(String name) {
    return HubClient.array(HUB.get("/api/tst/devices")).getValuesAs(JsonObject.class).stream()
        .filter(device -> device.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject completes(String camera) {
    return ends(camera, "COMPLETE");
  }

  private static String failsBecause(String camera) {
    return ends(camera, "FAILED").getString("reason");
  }

  private static long millis(JsonObject job, String key) {
    return job.getJsonNumber(key).longValue();
  }

  private static JsonObject ends(String camera, String status) {
    JsonObject job = ADA.gets("tst", camera, "0.1");
    assertThat(Observer.statusOf(job)).as(job.toString()).isEqualTo(status);
    return job;
  }

  @Test
  @Order(1)
  void devicesThatAreAwayAtTheStartKeepNobodyWaitingAndComeBack() {
    assertThat(device("camera6").getString("state")).isEqualTo("AWAY");
    assertThat(device("camera6").getString("reason")).isNotBlank();
    assertThat(MICRO.readiness().get("devices").getJsonObject("data").getString("tst/camera6"))
        .startsWith("AWAY: ");
    assertThat(failsBecause("camera6")).contains("camera6").contains("away-seconds");
    HubClient.await("camera5", () -> device("camera5").getString("state"), "READY"::equals);
    completes("camera5");
  }

  @Test
  @Order(2)
  void anExposureThatHangsFailsWithinItsDeadlineAndTheNextOneRuns() {
    completes("camera1");
    JsonObject hung = ends("camera1", "FAILED");
    assertThat(hung.getString("reason")).contains("tst/camera1").contains("expose").contains("2.1");
    long millis = millis(hung, "ended_ms") - millis(hung, "started_ms");
    assertThat(millis).as("duration in ms").isBetween(2_100L, HANG_LIMIT_MILLIS);
    completes("camera1");
  }

  @Test
  @Order(3)
  void whileOneCameraHangsTheOthersWork() {
    String first = ADA.asks("tst", "camera1", "0.1");
    String second = ADA.asks("tst", "camera1", "0.1");
    JsonObject beside = ADA.gets("saf", "camera1", "0.1");
    assertThat(Observer.statusOf(beside)).isEqualTo("COMPLETE");
    List<JsonObject> hung =
        Stream.of(HUB.awaitEnd(first), HUB.awaitEnd(second))
            .filter(job -> Observer.statusOf(job).equals("FAILED"))
            .toList();
    assertThat(hung).as("every second exposure hangs").hasSize(1);
    assertThat(millis(beside, "ended_ms")).isLessThan(millis(hung.get(0), "ended_ms"));
  }

  @Test
  @Order(4)
  void aPluginThatThrowsAnErrorFailsItsJobAndTheHubLives() {
    completes("camera2");
    assertThat(failsBecause("camera2")).contains("tst/camera2").contains("LinkageError");
    completes("camera2");
    MICRO.awaitReady();
  }

  @Test
  @Order(5)
  void aFaultThatTheDriverReportsIsTheReason() {
    completes("camera4");
    assertThat(failsBecause("camera4")).contains("tst/camera4").contains("reports a fault");
    completes("camera4");
  }

  @Test
  @Order(6)
  void aLostConnectionShowsAsAwayAndIsMadeAgain() {
    completes("camera3");
    try (NewsListener news = new NewsListener(HUB, "?site=tst")) {
      assertThat(failsBecause("camera3")).contains("tst/camera3").contains("broke the connection");
      HubClient.await(
          "camera3 being AWAY and back as news",
          () -> statesOf("camera3", news),
          states -> states.contains("AWAY READY"));
    }
    assertThat(device("camera3").getString("state")).isEqualTo("READY");
    completes("camera3");
  }

  private static String statesOf(String camera, NewsListener news) {
    return String.join(
        " ",
        news.of("device").stream()
            .map(frame -> frame.getJsonObject("data"))
            .filter(data -> data.getString("device").equals(camera))
            .map(data -> data.getString("state"))
            .toList());
  }
}
