package org.lightpath.launcher.hub;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.lightpath.launcher.json.Json;
import org.lightpath.launcher.terminal.Console;
import org.lightpath.launcher.terminal.LaunchException;

/** Takes one exposure through the public API and proves that it went all the way. */
public final class FirstLight {

  private static final Duration JOB_LIMIT = Duration.ofSeconds(60);
  private static final Duration AFTERWARDS_LIMIT = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final HubClient hub;
  private final Console console;
  private final Path folder;
  private final Target target;
  private String shown = "";

  /**
   * A demonstration on one hub.
   *
   * @param hub logged in
   * @param folder where the FITS and its preview are put
   * @param target what the telescope is pointed at
   */
  public FirstLight(HubClient hub, Console console, Path folder, Target target) {
    this.hub = hub;
    this.console = console;
    this.folder = folder;
    this.target = target;
  }

  /**
   * What was proven.
   *
   * @param jobId id of the exposure's job
   * @param baseName name of the image
   * @param fits the FITS, fetched through the API
   * @param preview its preview
   * @param jobSeconds from the answer to newjob to the news that the job is complete
   */
  public record Proof(String jobId, String baseName, Path fits, Path preview, double jobSeconds) {}

  /** Logs in as the demonstration's user. */
  public static HubClient logIn(HubClient hub) throws LaunchException, InterruptedException {
    return hub.logIn(Scenario.USER, Scenario.PASSWORD);
  }

  /**
   * Runs it.
   *
   * @throws LaunchException saying what did not hold
   */
  public Proof take() throws LaunchException, InterruptedException {
    News news = new News();
    WebSocket socket = hub.listen("/hub?site=" + Scenario.SITE, news);
    try {
      console.step("listening at /hub?site=" + Scenario.SITE);
      run(Scenario.mountJob(target), "pointing mount1 at " + target.name(), news);
      double begin = console.seconds();
      Job job =
          run(
              Scenario.cameraJob(target),
              "asking camera1 for " + Scenario.EXPOSURE_SECONDS + " s",
              news);
      double seconds = console.seconds() - begin;
      return prove(job, seconds);
    } finally {
      socket.abort();
    }
  }

  /** A job that is complete. */
  private record Job(String id, Json data) {}

  private Job run(String job, String meaning, News news)
      throws LaunchException, InterruptedException {
    console.step(meaning + " (POST /jobs/newjob)");
    String id = HubClient.json(hub.post("/jobs/newjob", job), "/jobs/newjob").text("ulid", "");
    if (id.isEmpty()) {
      throw new LaunchException("POST /jobs/newjob answered without a ulid.");
    }
    long end = System.nanoTime() + JOB_LIMIT.toNanos();
    String last = "nothing";
    while (System.nanoTime() < end) {
      Optional<Json> frame = news.next(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      if (frame.isEmpty()) {
        break;
      }
      String topic = frame.get().text("topic", "?");
      if (topic.equals("closed")) {
        throw new LaunchException("The hub closed /hub: " + frame.get().text("data", ""));
      }
      Json data = frame.get().get("data");
      if (!topic.equals("jobs")) {
        showOther(topic, data);
      } else if (data.text("ulid", "").equals(id)) {
        last = status(data);
        console.step("  job " + id + ": " + last);
        if (last.equals("COMPLETE")) {
          return new Job(id, data);
        }
        requireNotFailed(id, last, data);
      }
    }
    throw new LaunchException(
        "Job %s was not COMPLETE within %d s; last news of it: %s."
            .formatted(id, JOB_LIMIT.toSeconds(), last));
  }

  private void showOther(String topic, Json data) {
    String text =
        data.text("base_filename", data.text("device", ""))
            + " "
            + data.text("file", data.text("state", ""));
    String line = "news %s: %s".formatted(topic, text.strip());
    if (!line.equals(shown)) {
      console.detail(line);
      shown = line;
    }
  }

  private static void requireNotFailed(String id, String status, Json data) throws LaunchException {
    if (status.equals("FAILED") || status.equals("CANCELED") || status.equals("STOPPED")) {
      throw new LaunchException(
          "Job %s is %s: %s".formatted(id, status, data.text("reason", "no reason given")));
    }
  }

  private static String status(Json job) {
    return job.text("statusId", "?").split("#", 2)[0];
  }

  private Proof prove(Job job, double seconds) throws LaunchException, InterruptedException {
    String name = baseName(job.data());
    Json image = soon("/api/image/" + name);
    if (!image.text("base_filename", "").equals(name)) {
      throw new LaunchException("GET /api/image/" + name + " does not tell of that image.");
    }
    Json header = hub.get("/api/fitsheader/" + name);
    console.step(
        "image %s: %s s, filter %s, opened at %s"
            .formatted(
                name,
                header.text("EXPTIME", "?"),
                header.text("FILTER", "?"),
                header.text("DATE-OBS", "?")));
    try {
      Files.createDirectories(folder);
      Path fits = fetch(name + Scenario.FITS);
      Artefacts.requireFits(fits);
      Path preview = preview(name);
      requireNotice(name);
      return new Proof(job.id(), name, fits, preview, seconds);
    } catch (IOException e) {
      throw new LaunchException("Cannot keep the files of " + name + ": " + e);
    }
  }

  private static String baseName(Json job) throws LaunchException {
    return job.get("images").items().stream()
        .flatMap(it -> it.text().stream())
        .findFirst()
        .orElseThrow(() -> new LaunchException("The complete job names no image."));
  }

  /** What the archive makes after the job: the preview may come a moment later than its end. */
  private Json soon(String path) throws LaunchException, InterruptedException {
    long end = System.nanoTime() + AFTERWARDS_LIMIT.toNanos();
    while (true) {
      try {
        return hub.get(path);
      } catch (LaunchException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }

  private Path preview(String name) throws LaunchException, InterruptedException, IOException {
    Path preview = fetch(name + Scenario.PREVIEW_PNG);
    Artefacts.requirePng(preview);
    return preview;
  }

  private Path fetch(String object) throws LaunchException, InterruptedException {
    String address =
        hub.post("/api/download", "{\"object_name\":" + Json.quote(object) + "}").strip();
    Path file = folder.resolve(object);
    hub.download(address.replaceAll("^\"|\"$", ""), file);
    return file;
  }

  /** The pipeline is told: its queue holds an item that names the image. Nothing is taken. */
  private void requireNotice(String name) throws LaunchException, InterruptedException {
    String path = "/api/pipe/queue/" + Scenario.SITE + "?limit=1000";
    long end = System.nanoTime() + AFTERWARDS_LIMIT.toNanos();
    while (!names(soon(path), name)) {
      if (System.nanoTime() > end) {
        throw new LaunchException("GET " + path + " does not name " + name + ".");
      }
      Thread.sleep(PAUSE.toMillis());
    }
    console.step("the pipeline's queue '" + Scenario.SITE + "' names it");
  }

  private static boolean names(Json queue, String name) {
    return queue.items().stream()
        .flatMap(it -> it.get("payload").get("request_content").items().stream())
        .anyMatch(it -> it.text().orElse("").startsWith(name));
  }
}
