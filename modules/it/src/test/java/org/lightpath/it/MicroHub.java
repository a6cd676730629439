package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lightpath.launcher.config.DefaultDatabase;
import org.lightpath.launcher.micro.MicroServer;
import org.lightpath.launcher.micro.StartOrder;
import org.lightpath.launcher.terminal.LaunchException;

/**
 * A hub on Payara Micro in a process of its own, started through the launcher's own class, with a
 * data directory that outlives the process. It ends with this process, however that ends; its log
 * is bounded by the launcher.
 */
final class MicroHub implements AutoCloseable {

  static final Path ROOT = Path.of(System.getProperty("lightpath.root"));

  private static final Set<String> PARTS = Set.of("database", "broker", "objects", "devices");

  final Path folder;
  final Path data;
  private final Path config;
  private final int port;
  private final Map<String, String> properties = new TreeMap<>();
  private MicroServer server;
  private HubClient client;

  /** A hub that has never run, in {@code target/micro/<name>}. */
  MicroHub(String name) throws IOException {
    folder = ROOT.resolve("modules/it/target/micro").resolve(name);
    data = folder.resolve("data");
    config = folder.resolve("config");
    port = freePort();
    remove(folder);
    Files.createDirectories(config.resolve("sites"));
    copy(ROOT.resolve("server-config/development/lightpath.properties"), config);
    copy(ROOT.resolve("modules/it/src/test/config/sites/saf.properties"), config.resolve("sites"));
    with("lightpath.data.dir", data.toString());
    with("lightpath.config.dir", config.toString());
    with("lightpath.plugins.dir", data.resolve("plugins").toString());
    with("lightpath.broker.adapter", "lightpath-broker");
    with("lightpath.db.url", DefaultDatabase.url(data));
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void copy(Path file, Path into) throws IOException {
    Files.copy(file, into.resolve(file.getFileName()));
  }

  /** A system property of the processes to come. */
  MicroHub with(String key, String value) {
    properties.put(key, value);
    return this;
  }

  /** Takes such a property back. */
  MicroHub without(String key) {
    properties.remove(key);
    return this;
  }

  /** Another file of {@code src/test/config} as a site's configuration. */
  MicroHub withSite(String file) throws IOException {
    copy(ROOT.resolve("modules/it/src/test/config").resolve(file), config.resolve("sites"));
    return this;
  }

  /** Another file of {@code src/test/config} beside the configuration. */
  MicroHub withConfiguration(String file) throws IOException {
    copy(ROOT.resolve("modules/it/src/test/config").resolve(file), config);
    return this;
  }

  /** Starts a process and returns at once. */
  MicroHub start() {
    try {
      server = MicroServer.start(new StartOrder(data, port, ROOT, properties), "512m", true);
    } catch (LaunchException e) {
      throw new AssertionError(e);
    }
    client = new HubClient(URI.create("http://127.0.0.1:" + port));
    return this;
  }

  /** Waits until every part is there and well. */
  MicroHub awaitReady() {
    HubClient.await("readiness, log " + server.log(), this::notUp, List::isEmpty);
    return this;
  }

  /** The parts that are absent or not up, each with what it says. */
  private List<String> notUp() {
    requireAlive();
    Map<String, JsonObject> checks = readiness();
    List<String> missing =
        PARTS.stream()
            .filter(part -> !isUp(checks, part))
            .map(part -> part + "=" + checks.get(part))
            .toList();
    return missing.isEmpty() ? routeThatDoesNotAnswer() : missing;
  }

  /** Health is UP for a moment in which the server still answers 503 for the application. */
  private List<String> routeThatDoesNotAnswer() {
    int get = client.get("/api/plugins").statusCode();
    int post = client.login("/api/token", "nobody", "has-no-such-password").statusCode();
    return (get == 200 || get == 401) && post == 401
        ? List.of()
        : List.of("GET /api/plugins=" + get, "POST /api/token=" + post);
  }

  private static boolean isUp(Map<String, JsonObject> checks, String part) {
    return checks.containsKey(part) && checks.get(part).getString("status").equals("UP");
  }

  /** The checks of {@code /health/ready} by name; empty while nobody answers. */
  Map<String, JsonObject> readiness() {
    try {
      HttpResponse<String> answer = client.get("/health/ready");
      return HubClient.object(answer).getJsonArray("checks").getValuesAs(JsonObject.class).stream()
          .collect(Collectors.toMap(check -> check.getString("name"), check -> check));
    } catch (UncheckedIOException | AssertionError | JsonException e) {
      return Map.of(); // not listening yet, or a page of the server's own
    }
  }

  private void requireAlive() {
    try {
      server.requireAlive();
    } catch (LaunchException e) {
      throw new AssertionError(e.getMessage() + " " + e.remedy().orElse(""), e);
    }
  }

  /** A client of the process that was started last. */
  HubClient client() {
    return client;
  }

  long pid() {
    return server.pid();
  }

  int port() {
    return port;
  }

  Path config() {
    return config;
  }

  /** Waits until the process has written {@code file}. */
  void awaitFile(Path file) {
    HubClient.await(
        "the file " + file,
        () -> {
          requireAlive();
          return Files.exists(file);
        },
        Predicate.isEqual(true));
  }

  /** {@code kill -9}; returns when the process is gone. */
  void kill9() {
    ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
    assertThat(process.destroyForcibly()).isTrue();
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
      server.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("process " + server.pid() + " survived kill -9", e);
    }
  }

  /** {@code SIGTERM}; gives the exit code, and fails if the process outlives {@code limit}. */
  int terminate(Duration limit) throws InterruptedException, ExecutionException {
    ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
    assertThat(process.destroy()).isTrue();
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("process %d outlived SIGTERM by %s".formatted(pid(), limit), e);
    }
    return server.await();
  }

  /** Stops the process in an orderly way, if there is one. */
  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
