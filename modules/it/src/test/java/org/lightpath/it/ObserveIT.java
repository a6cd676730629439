package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a hub of the profile production shows of itself, and what it keeps to itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ObserveIT {

  private static final String PASSWORD = "a-long-night-2026";

  /** The example of W3C Trace Context level 1. */
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  private MicroHub micro;
  private HubClient hub;
  private String token;

  @BeforeAll
  void start() throws IOException {
    micro =
        new MicroHub("observe")
            .with("lightpath.profile", "production")
            .with("lightpath.http.proxy.networks", "127.0.0.1")
            .with("lightpath.security.first-admin-password", PASSWORD)
            .start()
            .awaitReady();
    hub = micro.client();
    token = HubClient.object(hub.login("/api/token", "admin", PASSWORD)).getString("access_token");
  }

  @AfterAll
  void stop() {
    micro.close();
  }

  private HttpResponse<String> get(String path) {
    return hub.send(hub.request(path).header("Authorization", "Bearer " + token));
  }

  private JsonObject takeExposure() {
    HttpResponse<String> asked =
        hub.send(
            hub.request("/jobs/newjob")
                .header("Authorization", "Bearer " + token)
                .header("traceparent", TRACEPARENT)
                .POST(BodyPublishers.ofString(HubClient.exposure("admin", "0.1").toString())));
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
    String ulid = HubClient.object(asked).getString("ulid");
    return HubClient.await(
        "the end of job " + ulid,
        () -> HubClient.object(get("/jobs/" + ulid)),
        job -> job.containsKey("ended_ms"));
  }

  private JsonArray spansOf(String id) {
    HttpResponse<String> answer = get("/api/trace/" + id);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(HubClient.object(answer).getString("trace")).isEqualTo(TRACE);
    return HubClient.object(answer).getJsonArray("spans");
  }

  @Test
  void theStoryGoesFromClickToPixelWhicheverNameOneAsksBy() {
    JsonObject job = takeExposure();
    String base = job.getJsonArray("images").getString(0);
    JsonArray items = HubClient.array(get("/api/pipe/queue/saf?limit=1000"));
    JsonObject item =
        items.getValuesAs(JsonObject.class).stream()
            .filter(i -> i.get("payload").toString().contains(base))
            .findFirst()
            .orElseThrow();
    assertThat(item.getString("trace")).isEqualTo(TRACE);
    List<String> names =
        List.of(TRACE, job.getString("ulid"), base, base + "-EX00.fits.fz", item.getString("id"));
    for (String name : names) {
      List<JsonObject> spans =
          spansOf(name).getValuesAs(JsonObject.class).stream()
              .filter(
                  span ->
                      span.toString().contains(job.getString("ulid"))
                          || span.toString().contains(base))
              .toList();
      assertThat(spans)
          .as(name)
          .extracting(span -> span.getString("part"))
          .containsExactly("jobs", "jobs", "archive", "pipe");
      assertThat(spans).extracting(span -> span.getString("status")).contains("COMPLETE");
      assertThat(spans).allSatisfy(span -> assertThat(span).containsKey("end"));
    }
    assertThat(get("/api/trace/nothing-of-ours").statusCode()).isEqualTo(404);
    assertThat(HubClient.object(get("/api/fitsheader/" + base)).getString("TRACEID"))
        .isEqualTo(TRACE);
  }

  @Test
  void everyAnswerCarriesTheTraceAndReplacesOneThatIsInvalid() {
    HttpResponse<String> given =
        hub.send(hub.request("/api/plugins").header("traceparent", TRACEPARENT));
    assertThat(given.statusCode()).isEqualTo(401);
    assertThat(given.headers().firstValue("traceparent").orElseThrow())
        .matches("00-" + TRACE + "-[0-9a-f]{16}-01")
        .isNotEqualTo(TRACEPARENT);

    HttpResponse<String> hostile =
        hub.send(hub.request("/no/such/path").header("traceparent", "00-" + "0".repeat(32) + "-x"));
    assertThat(hostile.headers().firstValue("traceparent").orElseThrow())
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
        .doesNotContain("0".repeat(32));
  }

  @Test
  void metricsNeedAProofAndAreThoseThatAreDocumented() throws IOException {
    assertThat(hub.get("/metrics").statusCode()).isEqualTo(401);
    takeExposure();
    get("/jobs/01DZVY846T52P6P3JWAJNJMJ1Z");

    HttpResponse<String> answer = get("/metrics");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(answer.body())
        .contains("status=\"4xx\"", "lightpath_jobs_ended_total{site=\"saf\",status=\"COMPLETE\"}")
        .contains(
            "lightpath_device_state{device=\"camera1\",kind=\"camera\",site=\"saf\",state=\"READY\"}")
        .containsPattern("route=\"/jobs/\\{ulid}\",status=\"4xx\"} [1-9]")
        .doesNotContain("01DZVY846T52P6P3JWAJNJMJ1Z", PASSWORD);
    Set<String> documented =
        found(
            "(?m)^\\| `(\\w+_\\w+)` \\|",
            Files.readString(MicroHub.ROOT.resolve("docs/reference/metrics.md")));
    assertThat(documented).containsAll(found("(?m)^# TYPE (\\S+) ", answer.body()));
    assertThat(found("(?m)^lightpath_part_up\\{part=\"(\\w+)\"} 1.0", answer.body()))
        .containsExactly("archive", "database", "devices", "hub", "jobs", "log", "pipe");
  }

  @Test
  void settingsAreShownToAnAdminAloneAndWithoutSecrets() {
    assertThat(hub.get("/api/admin/settings").statusCode()).isEqualTo(401);

    HttpResponse<String> answer = get("/api/admin/settings");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("lightpath.profile", "production").doesNotContain(PASSWORD);
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theLogIsOneObjectPerLineWithTraceUserAndSiteAndNoSecret() throws IOException {
    JsonObject job = takeExposure();
    String secret = "tell-nobody-7f3a";
    hub.login("/api/token", "nobody\r\n{\"forged\":1}", secret);
    hub.send(hub.request("/api/plugins").header("Authorization", "Bearer " + secret));
    hub.send(hub.request("/api/plugins?token=" + secret).header("X-Api-Key", "lp_1_" + secret));
    hub.login("/api/token", "admin", PASSWORD);

    Path log = micro.data.resolve("logs/hub.log");
    List<String> lines =
        HubClient.await(
            "the job in the log",
            () -> linesOf(log),
            all -> all.stream().anyMatch(ObserveIT::isOfTheJob));
    String text = String.join("\n", lines);
    assertThat(text).doesNotContain(secret, PASSWORD, token);
    assertThat(lines).allSatisfy(line -> assertThat(object(line)).containsKey("Timestamp"));
    JsonObject ours =
        object(lines.stream().filter(ObserveIT::isOfTheJob).findFirst().orElseThrow());
    assertThat(ours.getString("trace")).isEqualTo(job.getString("trace"));
    assertThat(ours.getString("user")).isEqualTo("admin");
    assertThat(ours.getString("site")).isEqualTo("saf");
  }

  private static boolean isOfTheJob(String line) {
    return line.contains("\"trace\":\"" + TRACE) && line.contains("\"site\"");
  }

  private static List<String> linesOf(Path log) {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject object(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }
}
