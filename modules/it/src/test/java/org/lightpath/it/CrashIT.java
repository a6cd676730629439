package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code kill -9} of a real hub at every point of the main job. One data directory goes through all
 * of them: the restart after one kill is the start before the next.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CrashIT {

  /**
   * Where the hub dies, in an order in which settling the job of one point does not pass the
   * checkpoint of the next.
   */
  enum Point {
    /** The job waits again, and nothing had begun. */
    JOB_TAKEN("COMPLETE"),
    /** The answer to newjob is a promise; how far the job was is chance. */
    ANSWERED("COMPLETE|FAILED"),
    /** A shutter cannot be opened at a time that has passed. */
    DURING_THE_EXPOSURE("FAILED"),
    OBJECT_WRITTEN("FAILED"),
    /** From here on the image is safe. */
    OBJECT_RENAMED("COMPLETE"),
    EXPOSING("FAILED"),
    IMAGE_RECORDED("COMPLETE"),
    READ_OUT("FAILED"),
    PIPE_SENT("COMPLETE"),
    JOB_DONE("COMPLETE");

    /** How the job may end, as a regular expression. */
    private final String end;

    Point(String end) {
      this.end = end;
    }

    /** Whether the hub has a checkpoint of that name and waits there to be killed. */
    boolean isCheckpoint() {
      return this != ANSWERED && this != DURING_THE_EXPOSURE;
    }

    Optional<Point> next() {
      List<Point> all = List.of(values());
      return all.stream().skip(all.indexOf(this) + 1L).findFirst();
    }
  }

  private final MicroHub micro = new MicroHub("crash");
  private final Path pauseFile = micro.folder.resolve("paused");
  private final Map<String, String> ends = new TreeMap<>();
  private final List<String> complete = new ArrayList<>();
  private Optional<Point> preparedFor = Optional.empty();
  private boolean running;

  CrashIT() throws IOException {}

  @AfterAll
  void stop() {
    micro.close();
  }

  private HubClient runningFor(Optional<Point> point) throws IOException {
    if (!running || !preparedFor.equals(point)) {
      micro.close();
      Files.deleteIfExists(pauseFile);
      micro.without("lightpath.test.pause-at").with("lightpath.test.pause-file", "" + pauseFile);
      point
          .filter(Point::isCheckpoint)
          .ifPresent(p -> micro.with("lightpath.test.pause-at", p.name()));
      micro.start().awaitReady();
      preparedFor = point;
      running = true;
    }
    return micro.client();
  }

  @ParameterizedTest
  @EnumSource
  @Order(1)
  void aJobEndsOnceWhereverTheHubWasKilled(Point point) throws Exception {
    Observer ada = Observer.at(runningFor(Optional.of(point)));
    String ulid = ada.asks(point == Point.DURING_THE_EXPOSURE ? "30" : "0.1");
    if (point.isCheckpoint()) {
      micro.awaitFile(pauseFile);
    } else if (point == Point.DURING_THE_EXPOSURE) {
      HubClient.await(
          "the shutter to open",
          () -> Observer.statusOf(ada.hub().job(ulid)),
          status -> status.equals("EXPOSING"));
      Thread.sleep(300); // the row says so just before the camera hears of it
    }
    running = false;
    micro.kill9();
    HubClient restarted = runningFor(point.next());
    JsonObject job = restarted.awaitEnd(ulid);
    assertThat(Observer.statusOf(job)).as(job.toString()).matches(point.end);
    ends.put(ulid, Observer.statusOf(job));
    if (Observer.statusOf(job).equals("COMPLETE")) {
      assertComplete(restarted, job);
    } else {
      assertThat(job.getString("reason")).isNotBlank();
      assertThat(job.getJsonArray("images")).isEmpty();
    }
    assertThat(micro.data.resolve("objects.unfinished")).isEmptyDirectory();
  }

  private void assertComplete(HubClient hub, JsonObject job) throws IOException {
    assertThat(job.getString("reason")).isEmpty();
    Archived image = Archived.of(hub, job);
    image.isWhole(micro.folder);
    assertThat(image.header().orElseThrow().getString("JOBID")).isEqualTo(job.getString("ulid"));
    assertThat(HubClient.await("the notice", image::notices, n -> n > 0)).isEqualTo(1);
    complete.add(image.base());
  }

  @Test
  @Order(2)
  void theHubWorksOnAndNothingIsThereTwiceOrByHalf() throws Exception {
    HubClient hub = runningFor(Optional.empty());
    JsonObject last = Observer.at(hub).gets("saf", "camera1", "0.1");
    assertThat(Observer.statusOf(last)).as(last.toString()).isEqualTo("COMPLETE");
    assertComplete(hub, last);
    ends.put(last.getString("ulid"), "COMPLETE");
    Map<String, String> recent = new TreeMap<>();
    HubClient.array(
            hub.post("/jobs/getrecentjobs", Json.createObjectBuilder().add("site", "saf").build()))
        .getValuesAs(JsonObject.class)
        .forEach(job -> recent.put(job.getString("ulid"), Observer.statusOf(job)));
    assertThat(recent).as("no job changed after its end").isEqualTo(ends);
    assertThat(recordsUpTo(new Archived(hub, complete.get(complete.size() - 1))))
        .as("records of images, which all belong to a job that is COMPLETE")
        .containsExactlyInAnyOrderElementsOf(complete);
    for (String base : complete) {
      assertThat(new Archived(hub, base).notices()).as("notices of " + base).isEqualTo(1);
    }
  }

  /** Base names of all records, found by counting: the numbers have no gap before the last. */
  private List<String> recordsUpTo(Archived last) throws IOException {
    int number = Integer.parseInt(last.base().substring(last.base().lastIndexOf('-') + 1));
    List<String> found = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      String base = last.base().substring(0, last.base().lastIndexOf('-')) + "-%08d".formatted(i);
      Archived image = new Archived(last.hub(), base);
      Path fits = micro.data.resolve("objects/data").resolve(image.file());
      assertThat(image.header().isPresent())
          .as("record of %s, whose FITS file is there: %s", base, Files.exists(fits))
          .isEqualTo(Files.exists(fits));
      image.header().ifPresent(header -> found.add(base));
    }
    return found;
  }
}
