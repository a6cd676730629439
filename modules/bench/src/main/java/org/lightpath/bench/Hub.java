package org.lightpath.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A hub that runs: its HTTP side and its process. */
record Hub(URI base) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString())
        .body();
  }

  private static JsonObject object(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  String token() throws IOException, InterruptedException {
    HttpRequest.Builder login =
        HttpRequest.newBuilder(base.resolve("/api/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=password&username=admin&password=admin"));
    return object(send(login)).getString("access_token");
  }

  /** Takes one exposure with camera1 of saf; the job when it has ended. */
  JsonObject expose(String token, String seconds) throws IOException, InterruptedException {
    JsonObject body =
        Json.createObjectBuilder()
            .add("site", "saf")
            .add("device", "camera")
            .add("instance", "camera1")
            .add("action", "expose")
            .add("user_name", "admin")
            .add("user_id", "admin")
            .add("required_params", Json.createObjectBuilder().add("time", seconds))
            .add("optional_params", Json.createObjectBuilder())
            .build();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/jobs/newjob"))
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body.toString()));
    String ulid = object(send(request)).getString("ulid");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      JsonObject job = object(send(HttpRequest.newBuilder(base.resolve("/jobs/" + ulid))));
      if (job.containsKey("ended_ms")) {
        if (!job.getString("statusId").startsWith("COMPLETE")) {
          throw new IllegalStateException("the exposure failed: " + job);
        }
        return job;
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException("job %s did not end within %s".formatted(ulid, PATIENCE));
  }

  /** The server's process, the largest of those that {@code launcher} started. */
  static ProcessHandle server(Process launcher) throws IOException {
    ProcessHandle largest = launcher.toHandle();
    for (ProcessHandle child : launcher.descendants().toList()) {
      if (residentMegabytes(child.pid()) > residentMegabytes(largest.pid())) {
        largest = child;
      }
    }
    return largest;
  }

  /** Its resident memory, MB (10^6 bytes), from /proc. */
  static long residentMegabytes(Process launcher) throws IOException {
    return residentMegabytes(server(launcher).pid());
  }

  /** The same of one process. */
  static long residentMegabytes(long pid) throws IOException {
    String line =
        Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
            .filter(l -> l.startsWith("VmRSS:"))
            .findFirst()
            .orElse("0");
    return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1_000_000;
  }
}
