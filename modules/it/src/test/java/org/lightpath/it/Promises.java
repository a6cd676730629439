package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What a hub has promised by answering 2xx, and whether it keeps it. Safe for several threads. The
 * item, the object and the job of one number hold that number and nothing else.
 */
final class Promises {

  private static final String QUEUE = "hardship";
  private static final int OBJECT_BYTES = 40_000;

  /** More would only take longer: the camera takes one after the other. */
  private static final int MAX_JOBS = 20;

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Set<String> jobs = ConcurrentHashMap.newKeySet();
  private final Set<String> items = ConcurrentHashMap.newKeySet();
  private final Set<Integer> objects = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<HttpResponse<String>> refusals =
      new ConcurrentLinkedQueue<>();

  /** Makes the queue that the items go to. */
  static void prepare(HubClient hub) {
    HttpResponse<String> made =
        hub.as(hub.token("admin"))
            .post("/api/pipe/queue", Json.createObjectBuilder().add("queue_name", QUEUE).build());
    assertThat(made.statusCode()).as(made.body()).isBetween(200, 299);
  }

  /** Answers that were no promise. */
  List<HttpResponse<String>> refusals() {
    return List.copyOf(refusals);
  }

  int count() {
    return jobs.size() + items.size() + objects.size();
  }

  /** Asks for an exposure that takes next to nothing, if there are few enough. */
  void askJob(HubClient hub, String token) {
    if (jobs.size() >= MAX_JOBS) {
      return;
    }
    HttpResponse<String> answer =
        hub.post("/jobs/newjob", HubClient.exposure("ada", "0.01").toString(), token);
    if (kept(answer)) {
      jobs.add(HubClient.object(answer).getString("ulid"));
    }
  }

  /** Puts an item into the queue. */
  void askItem(HubClient hub) {
    int number = NUMBER.incrementAndGet();
    JsonObject item =
        Json.createObjectBuilder()
            .add("queue_name", QUEUE)
            .add("payload", Json.createObjectBuilder().add("number", "" + number))
            .build();
    if (kept(hub.post("/api/pipe/enqueue", item))) {
      items.add("" + number);
    }
  }

  /** Stores an object. */
  void askObject(HubClient hub) {
    int number = NUMBER.incrementAndGet();
    HttpResponse<String> form =
        hub.post(
            "/api/upload", Json.createObjectBuilder().add("object_name", nameOf(number)).build());
    if (form.statusCode() != 200) {
      refusals.add(form);
      return;
    }
    StringBuilder body = new StringBuilder();
    HubClient.object(form)
        .getJsonObject("fields")
        .forEach((k, v) -> body.append(part("name=\"" + k + "\"", ((JsonString) v).getString())));
    body.append(part("name=\"file\"; filename=\"x\"", contentOf(number))).append("--b--\r\n");
    if (kept(
        hub.send(
            hub.request("/objects")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body.toString()))))) {
      objects.add(number);
    }
  }

  private static String part(String disposition, String content) {
    return "--b\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        .formatted(disposition, content);
  }

  private boolean kept(HttpResponse<String> answer) {
    boolean kept = answer.statusCode() / 100 == 2;
    if (!kept) {
      refusals.add(answer);
    }
    return kept;
  }

  private static String nameOf(int number) {
    return "saf-hardship-%08d.txt".formatted(number);
  }

  private static String contentOf(int number) {
    return ("%08d ".formatted(number)).repeat(OBJECT_BYTES / 9);
  }

  /** Every promise is kept, and what was no promise is there whole or not at all. */
  void assertKept(HubClient hub, Path data) throws IOException {
    for (String ulid : jobs) {
      JsonObject job = hub.awaitEnd(ulid);
      assertThat(Observer.statusOf(job)).as(job.toString()).isIn("COMPLETE", "FAILED");
    }
    List<String> queued = queued(hub);
    assertThat(queued).as("items in the queue").containsAll(items).doesNotHaveDuplicates();
    for (int number : objects) {
      assertThat(Files.exists(data.resolve("objects/data").resolve(nameOf(number))))
          .as("object " + number)
          .isTrue();
    }
    try (Stream<Path> stored = Files.list(data.resolve("objects/data"))) {
      for (Path file :
          stored.filter(f -> f.getFileName().toString().startsWith("saf-hardship-")).toList()) {
        int number = Integer.parseInt(file.getFileName().toString().replaceAll("[^0-9]", ""));
        assertThat(Files.readString(file)).as(file.toString()).isEqualTo(contentOf(number));
      }
    }
    assertThat(data.resolve("objects.unfinished")).isEmptyDirectory();
  }

  /** The numbers of all items, the oldest 1000 at most. */
  private static List<String> queued(HubClient hub) {
    return HubClient.array(hub.get("/api/pipe/queue/" + QUEUE + "?limit=1000"))
        .getValuesAs(JsonObject.class)
        .stream()
        .map(item -> item.getJsonObject("payload").getString("number"))
        .toList();
  }
}
