package org.lightpath.launcher.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lightpath.launcher.json.Json;
import org.lightpath.launcher.terminal.Console;
import org.lightpath.launcher.terminal.LaunchException;

/**
 * Waits until every part of the hub says that it is ready. An answer with status UP alone means
 * nothing: the server gives it before the application is there, and when its deployment failed.
 */
public final class Readiness {

  private static final List<String> PARTS = List.of("database", "broker", "objects", "devices");

  /** Name of the check that the server makes up while it has no application. */
  private static final String NOTHING_DEPLOYED = "No Application deployed";

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final HubClient hub;
  private final Console console;
  private final Watch watch;
  private String shown = "";

  /** Something that can end the waiting early. */
  @FunctionalInterface
  public interface Watch {
    /** Returns as long as there is hope; throws what went wrong otherwise. */
    void check() throws LaunchException;
  }

  /** Waits for one hub and shows what it waits for. */
  public Readiness(HubClient hub, Console console, Watch watch) {
    this.hub = hub;
    this.console = console;
    this.watch = watch;
  }

  /**
   * Returns when every part is ready.
   *
   * @param limit how long to wait, at most
   * @throws LaunchException if the watch gives up, or the limit is reached; names the parts that
   *     are not ready and their reasons
   */
  public void await(Duration limit) throws LaunchException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      watch.check();
      List<String> missing = missing();
      if (missing.isEmpty()) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new LaunchException(
            "The hub is not ready after %d s; missing: %s"
                .formatted(limit.toSeconds(), String.join("; ", missing)));
      }
      show("waiting for " + String.join("; ", missing));
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private void show(String state) {
    if (!state.equals(shown)) {
      console.step(state);
      shown = state;
    }
  }

  private List<String> missing() throws InterruptedException {
    Optional<Json> health = health();
    if (health.isEmpty()) {
      return List.of("the server");
    }
    return missing(health.get());
  }

  private Optional<Json> health() throws InterruptedException {
    try {
      HubClient.Answer answer = hub.ask("/health/ready");
      return Optional.of(Json.parse(answer.body()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // not listening yet, or a page of the server's own
    }
  }

  /** The parts that are not ready, each with its reason where it gives one. */
  static List<String> missing(Json health) {
    Map<String, Json> checks = new LinkedHashMap<>();
    health.get("checks").items().forEach(it -> checks.put(it.text("name", ""), it));
    if (checks.isEmpty() || checks.containsKey(NOTHING_DEPLOYED)) {
      return List.of("the application");
    }
    List<String> missing = new ArrayList<>();
    PARTS.stream().filter(it -> !checks.containsKey(it)).forEach(missing::add);
    checks.forEach(
        (name, check) -> {
          if (!check.text("status", "").equals("UP")) {
            String reason = check.get("data").text("reason", "");
            missing.add(reason.isEmpty() ? name : name + " (" + reason + ")");
          }
        });
    return missing;
  }
}
