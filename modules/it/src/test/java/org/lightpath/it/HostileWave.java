package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.lightpath.it.HostileRequests.Hostile;
import org.lightpath.it.HostileRequests.Verdict;

/** Sends hostile requests to a hub and collects what it should not have done. */
final class HostileWave implements AutoCloseable {

  private static final int CONNECTIONS = 8;

  private final URI hub;
  private final Path folder;
  private final Path data;
  private final String canary = "canary-" + System.nanoTime();
  private final AtomicInteger caught = new AtomicInteger();
  private final ServerSocket trap;
  private final HostileRequests requests;
  private final Map<String, Integer> statuses = new TreeMap<>();

  /**
   * A wave against that hub, with canaries where no request may reach.
   *
   * @param folder what it has, data and all
   */
  HostileWave(URI hub, Path folder, Path data) throws IOException {
    this.hub = hub;
    this.folder = folder;
    this.data = data;
    for (Path guarded : guarded()) {
      Files.writeString(guarded.resolve("canary.txt"), canary);
    }
    // The hub makes the key of its links with the first one.
    JsonObject name = Json.createObjectBuilder().add("object_name", "a.txt").build();
    assertThat(new HubClient(hub).post("/api/upload", name).statusCode()).isEqualTo(200);
    trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread watch = new Thread(this::watchTrap, "trap");
    watch.setDaemon(true);
    watch.start();
    requests = new HostileRequests(data, "127.0.0.1:" + trap.getLocalPort());
  }

  private List<Path> guarded() {
    return List.of(folder, data, data.resolve("keys"));
  }

  /** Whoever fetches a key or a class from where a request says comes here. */
  private void watchTrap() {
    try {
      while (true) {
        try (Socket socket = trap.accept()) {
          caught.addAndGet(socket.isConnected() ? 1 : 0);
        }
      }
    } catch (IOException e) {
      return; // closed: the wave is over
    }
  }

  /** Sends the first {@code count} requests; gives what was wrong, each with its request. */
  List<String> faultsOf(int count) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<List<String>>> parts = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int first = i;
        Callable<List<String>> part = () -> faultsOfEvery(first, count);
        parts.add(threads.submit(part));
      }
      List<String> faults = new ArrayList<>();
      for (Future<List<String>> part : parts) {
        faults.addAll(part.get());
      }
      return faults;
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> faultsOfEvery(int first, int count) throws IOException {
    List<String> faults = new ArrayList<>();
    try (KeepAlive connection = new KeepAlive(new RawHttp(hub))) {
      for (int number = first; number < count; number += CONNECTIONS) {
        Hostile hostile = requests.of(number);
        try {
          RawHttp.Answer answer = connection.exchange(hostile.text(), hostile.last());
          count(hostile, answer);
          String fault = faultOf(hostile, answer);
          if (!fault.isEmpty()) {
            faults.add(
                "%s%n  request %d: %s%n  answer: %s".formatted(fault, number, hostile, answer));
          }
        } catch (IOException | RuntimeException e) {
          connection.close();
          faults.add("%s%n  request %d: %s".formatted(e, number, hostile));
        }
      }
    }
    return faults;
  }

  private synchronized void count(Hostile hostile, RawHttp.Answer answer) {
    statuses.merge(hostile.kind() + " " + answer.status(), 1, Integer::sum);
  }

  /** How many of each kind were answered with which status. */
  Map<String, Integer> statuses() {
    return statuses;
  }

  private String faultOf(Hostile hostile, RawHttp.Answer answer) {
    int status = answer.status();
    if (status >= 500 && !isServers(answer)) {
      return "a fault";
    }
    if (answer.body().contains(canary) || answer.body().contains("root:x:0")) {
      return "served what is not in the store";
    }
    if (answer.header("X-Injected").isPresent()) {
      return "took a header from the target";
    }
    if (hostile.verdict() == Verdict.UNKNOWN && status != 401) {
      return "a token that must not hold is not answered with 401";
    }
    if (hostile.verdict() == Verdict.REFUSED && status < 400 && !isServers(answer)) {
      return "not refused";
    }
    if (status >= 300
        && status < 400
        && !answer.header("Location").orElse("/docs").matches("/[^/\\\\].*")) {
      return "led elsewhere";
    }
    return status < 400
            || isServers(answer)
            || isProblem(answer)
            || hostile.text().startsWith("HEAD ")
        ? ""
        : "neither a problem nor an answer of the server's own that is listed";
  }

  /** What docs/reference/http-errors.md lists: bare, or no answer at all. */
  private static boolean isServers(RawHttp.Answer answer) {
    return answer.body().isEmpty()
        && answer.header("Content-Type").isEmpty()
        && List.of(0, 200, 400, 405, 417, 505).contains(answer.status());
  }

  private static boolean isProblem(RawHttp.Answer answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return answer.header("Content-Type").filter("application/problem+json"::equals).isPresent()
          && reader.readObject().getInt("status") == answer.status();
    } catch (JsonException e) {
      return false;
    }
  }

  /** What stands where no request may write, and what was fetched on a request's word. */
  List<String> escapes() throws IOException {
    List<String> escapes = new ArrayList<>();
    if (caught.get() > 0) {
      escapes.add("%d connections to an address that a request named".formatted(caught.get()));
    }
    for (Path guarded : guarded()) {
      if (!Files.readString(guarded.resolve("canary.txt")).equals(canary)) {
        escapes.add("the canary in " + guarded + " was changed");
      }
    }
    Path store = data.resolve("objects");
    try (Stream<Path> all = Stream.concat(Files.walk(folder), Files.list(Path.of("/tmp")))) {
      all.filter(file -> file.getFileName().toString().contains(HostileTexts.ESCAPE))
          .filter(file -> !file.startsWith(store))
          .forEach(file -> escapes.add("made " + file));
    }
    return escapes;
  }

  @Override
  public void close() throws IOException {
    trap.close();
  }
}
