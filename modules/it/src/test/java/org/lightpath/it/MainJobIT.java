package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** One exposure, all the way through the hub. */
final class MainJobIT extends OnServer {

  private final String token = HUB.token("ada");

  private String baseOf(JsonObject job) {
    return job.getJsonArray("images").getString(0);
  }

  private JsonObject takeExposure() {
    HttpResponse<String> answer =
        HUB.post("/jobs/newjob", HubClient.exposure("ada", "0.2").toString(), token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String ulid = HubClient.object(answer).getString("ulid");
    JsonObject ended = HUB.awaitEnd(ulid);
    assertThat(ended.getString("statusId")).as(ended.toString()).isEqualTo("COMPLETE#" + ulid);
    return ended;
  }

  @Test
  void everyStepIsNewsOnTheHub() {
    try (NewsListener news = new NewsListener(HUB, "?site=saf")) {
      // The handshake is answered before the server has joined us to the news: the first job shows
      // it.
      String first = takeExposure().getString("ulid");
      HubClient.await("any news", () -> news.statusesOf(first), s -> s.contains("COMPLETE"));
      JsonObject job = takeExposure();
      String ulid = job.getString("ulid");
      HubClient.await("COMPLETE as news", () -> news.statusesOf(ulid), s -> s.contains("COMPLETE"));
      assertThat(news.statusesOf(ulid))
          .containsExactly("UNREAD", "RECEIVED", "STARTED", "EXPOSING", "SAVING", "COMPLETE");
      assertThat(news.of("imagedata"))
          .extracting(frame -> frame.getJsonObject("data").getString("base_filename"))
          .contains(baseOf(job));
    }
  }

  @Test
  void theImageIsFoundByNameAndAmongTheNewest() {
    String base = baseOf(takeExposure());
    JsonObject image = HubClient.object(HUB.get("/api/image/" + base));
    assertThat(base).matches("saf-camera1-\\d{8}-\\d{8}");
    assertThat(image.keySet()).hasSize(26);
    assertThat(image.getString("base_filename")).isEqualTo(base);
    assertThat(image.getJsonNumber("exposure_time").doubleValue()).isEqualTo(0.2);
    assertThat(image.getString("filter_used")).isEqualTo("lum");
    assertThat(image.getString("user_id")).isEqualTo("ada");
    JsonArray latest = HubClient.array(HUB.get("/api/saf/latest_images/1"));
    assertThat(latest.getJsonObject(0).getString("base_filename")).isEqualTo(base);
    JsonObject header = HubClient.object(HUB.get("/api/fitsheader/" + base));
    assertThat(header.getString("OBJECT")).isEqualTo("M13");
    assertThat(header.getString("SITEID")).isEqualTo("saf");
  }

  @Test
  void theFitsFileIsDownloadedAndPassesFitsverify() {
    String base = baseOf(takeExposure());
    JsonObject ask =
        Json.createObjectBuilder()
            .add("object_name", base + "-EX00.fits.fz")
            .add("image_type", "raw")
            .build();
    HttpResponse<String> link = HUB.post("/api/download", ask);
    assertThat(link.statusCode()).as(link.body()).isEqualTo(200);
    Path file = Path.of(System.getProperty("lightpath.it.dir"), base + "-EX00.fits.fz");
    HttpResponse<Path> fits = HUB.send(HUB.request(link.body()), BodyHandlers.ofFile(file));
    assertThat(fits.statusCode()).isEqualTo(200);
    assertThat(fits.headers().firstValue("Content-Type")).contains("application/fits");
    assertThat(file).isNotEmptyFile();
    Tool.require("fitsverify").runs(file.toString()).says("0 warning(s) and 0 error(s)");
  }

  @Test
  void theThumbnailIsServedByItsLink() {
    JsonObject image = HubClient.object(HUB.get("/api/image/" + baseOf(takeExposure())));
    HttpResponse<byte[]> jpg =
        HUB.send(HUB.request(image.getString("jpg_url")), BodyHandlers.ofByteArray());
    assertThat(jpg.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(jpg.body()).startsWith(0xff, 0xd8);
    HttpResponse<byte[]> thumbnail =
        HUB.send(HUB.request(image.getString("jpg_thumbnail_url")), BodyHandlers.ofByteArray());
    assertThat(thumbnail.body()).startsWith(0xff, 0xd8).hasSizeLessThan(jpg.body().length);
  }

  @Test
  void thePipelineIsToldOnceAndTakesTheItem() {
    String file = baseOf(takeExposure()) + "-EX00.fits.fz";
    JsonArray waiting = HubClient.array(HUB.get("/api/pipe/queue/saf?limit=1000"));
    long ours =
        waiting.getValuesAs(JsonObject.class).stream()
            .map(item -> item.getJsonObject("payload").getJsonArray("request_content").getString(0))
            .filter(file::equals)
            .count();
    assertThat(ours).isEqualTo(1);
    HttpRequest.Builder take =
        HUB.request("/api/pipe/queue/saf/dequeue").POST(BodyPublishers.noBody());
    JsonObject item = HubClient.object(HUB.send(take));
    assertThat(item.getString("sender")).isEqualTo("saf");
    assertThat(item.getJsonObject("payload").getString("request")).isEqualTo("EVA_process_files");
    assertThat(item.getString("id")).matches("\\d{13}_[0-9a-f]{8}");
  }

  @Test
  void theTraceOfTheRequestIsInJobAndHeader() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    HttpResponse<String> answer =
        HUB.send(
            HUB.request("/jobs/newjob")
                .header("Authorization", "Bearer " + token)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .POST(BodyPublishers.ofString(HubClient.exposure("ada", "0").toString())));
    JsonObject job = HUB.awaitEnd(HubClient.object(answer).getString("ulid"));
    assertThat(job.getString("trace")).isEqualTo(trace);
    JsonObject header = HubClient.object(HUB.get("/api/fitsheader/" + baseOf(job)));
    assertThat(header.getString("TRACEID")).isEqualTo(trace);
    assertThat(header.getString("JOBID")).isEqualTo(job.getString("ulid"));
  }
}
