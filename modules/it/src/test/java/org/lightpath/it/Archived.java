package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** An exposure in the archive of a hub, seen from outside. */
record Archived(HubClient hub, String base) {

  private static final int FITS_BLOCK = 2880; // FITS Standard 4.0, section 3.1

  /** The image of a job that is COMPLETE, which has exactly one. */
  static Archived of(HubClient hub, JsonObject job) {
    assertThat(job.getJsonArray("images")).as(job.toString()).hasSize(1);
    return new Archived(hub, job.getJsonArray("images").getString(0));
  }

  String file() {
    return base + "-EX00.fits.fz";
  }

  /** The header in the record; empty if there is no record. */
  Optional<JsonObject> header() {
    HttpResponse<String> answer = hub.get("/api/fitsheader/" + base);
    return answer.statusCode() == 404 ? Optional.empty() : Optional.of(HubClient.object(answer));
  }

  /** Fails unless record, preview and FITS file are there and whole. */
  void isWhole(Path folder) throws IOException {
    JsonObject image = HubClient.object(hub.get("/api/image/" + base));
    assertThat(image.getString("base_filename", "none")).as(image.toString()).isEqualTo(base);
    HttpResponse<byte[]> preview =
        hub.send(hub.request(image.getString("jpg_url")), BodyHandlers.ofByteArray());
    assertThat(preview.body()).startsWith(0xff, 0xd8).endsWith(0xff, 0xd9); // JPEG: SOI, EOI
    Path fits = download(folder);
    assertThat(Files.size(fits)).isPositive();
    assertThat(Files.size(fits) % FITS_BLOCK).isZero();
    if (Tool.isInstalled("fitsverify")) {
      Tool.require("fitsverify").runs(fits.toString()).says("0 warning(s) and 0 error(s)");
    }
  }

  private Path download(Path folder) {
    JsonObject ask =
        Json.createObjectBuilder().add("object_name", file()).add("image_type", "raw").build();
    HttpResponse<String> link = hub.post("/api/download", ask);
    assertThat(link.statusCode()).as(link.body()).isEqualTo(200);
    Path file = folder.resolve(file());
    HttpResponse<Path> fits = hub.send(hub.request(link.body()), BodyHandlers.ofFile(file));
    assertThat(fits.statusCode()).isEqualTo(200);
    return file;
  }

  /** How often the pipeline is told of it. */
  long notices() {
    JsonArray waiting = HubClient.array(hub.get("/api/pipe/queue/saf?limit=1000"));
    return waiting.getValuesAs(JsonObject.class).stream()
        .map(item -> item.getJsonObject("payload").getJsonArray("request_content").getString(0))
        .filter(file()::equals)
        .count();
  }
}
