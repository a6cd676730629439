package org.lightpath.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.lightpath.launcher.config.Installation;
import org.lightpath.launcher.micro.MicroServer;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.Ids;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Keys;
import org.lightpath.platform.security.Profile;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.security.Tokens;

/**
 * What a GET costs in processor time: of the hub, of the hub without its filters, and of a bare
 * resource on the same server. Rounds of the three take turns, after warming up; the median counts.
 */
final class RequestCost {

  private static final String ROUTE = "/api/saf/devices";
  private static final int CLIENTS = 4;
  private static final int WARM_UP = 60_000;
  private static final int ROUND = 20_000;
  private static final int ROUNDS = 5;
  private static final int FRESH_TOKENS = 2_000;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path home;
  private final Path work;
  private final int port;

  /** Measures a hub of the checkout {@code home} on {@code port}; the others on the next two. */
  RequestCost(Path home, Path work, int port) {
    this.home = home;
    this.work = work;
    this.port = port;
  }

  void measure() throws IOException, InterruptedException {
    Path data = work.resolve("cost");
    Process launcher = FirstLight.up(home, data, port);
    try (MicroServer unguarded = UnguardedHub.start(home, work.resolve("unguarded"), port + 1)) {
      Side hub = new Side(Hub.server(launcher), port);
      Path answer = Files.writeString(work.resolve("answer.json"), get(port, "").body());
      Path micro = new Installation(home).payaraMicro();
      Process bare = BareServer.start(hub.process().pid(), micro, work, port + 2, answer);
      try {
        awaitAnswer(port + 1, unguarded.log());
        awaitAnswer(port + 2, work.resolve("bare.log"));
        ProcessHandle process = ProcessHandle.of(unguarded.pid()).orElseThrow();
        compare(hub, new Side(process, port + 1), new Side(bare.toHandle(), port + 2), data);
      } finally {
        bare.destroyForcibly();
      }
    } finally {
      FirstLight.stop(launcher);
    }
  }

  /** One of the servers that are compared. */
  private record Side(ProcessHandle process, int port) {
    Duration used() {
      return process.info().totalCpuDuration().orElseThrow();
    }
  }

  private void awaitAnswer(int at, Path log) throws IOException, InterruptedException {
    for (int i = 0; i < 1200; i++) {
      try {
        if (get(at, "").statusCode() == 200) {
          return;
        }
      } catch (ConnectException e) {
        // Not listening yet.
      }
      Thread.sleep(100); // another process: nothing here could wake us
    }
    throw new IOException("a server did not start; see " + log);
  }

  private void compare(Side hub, Side unguarded, Side bare, Path data)
      throws IOException, InterruptedException {
    String token = tokens(data, 1).get(0);
    List<Side> sides = List.of(hub, unguarded, bare);
    double[][] costs = new double[sides.size()][ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      for (int i = 0; i < sides.size(); i++) {
        String proof = i == 0 ? token : "";
        double cost = microseconds(sides.get(i), round < 0 ? WARM_UP : ROUND, n -> proof);
        costs[i][Math.max(round, 0)] = cost; // the warm-up's is overwritten
      }
    }
    double with = median(costs[0]);
    double without = median(costs[1]);
    FirstLight.row(
        "What identity, policy, audit, metrics and checks add to GET " + ROUTE,
        35,
        100 * (with - without) / without,
        "%");
    List<String> fresh = tokens(data, FRESH_TOKENS);
    double uncached = microseconds(hub, FRESH_TOKENS, fresh::get);
    print("Processor time of that GET, its token verified before", with, "µs");
    print("The same with a token seen for the first time", uncached, "µs");
    print("The same of a hub without its filters", without, "µs");
    print("Authenticated GETs per CPU-second", 1e6 / with, "1/s");
    print("GETs of a bare Payara resource per CPU-second", 1e6 / median(costs[2]), "1/s");
  }

  /** Processor time that one of {@code count} requests costs that server. */
  private double microseconds(Side side, int count, IntFunction<String> token)
      throws IOException, InterruptedException {
    Duration before = side.used();
    AtomicInteger next = new AtomicInteger();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      Callable<Void> client =
          () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              HttpResponse<String> answer = get(side.port(), token.apply(i));
              if (answer.statusCode() != 200) {
                throw new IOException(answer + " " + answer.body());
              }
            }
            return null;
          };
      for (Future<Void> done :
          clients.invokeAll(IntStream.range(0, CLIENTS).mapToObj(i -> client).toList())) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a request failed", e);
    } finally {
      clients.shutdownNow();
    }
    return side.used().minus(before).toNanos() / 1e3 / count;
  }

  private HttpResponse<String> get(int at, String token) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + ROUTE));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
  }

  /** Tokens of a viewer, signed with the hub's own key. */
  private static List<String> tokens(Path data, int count) {
    Clock clock = Clock.systemUTC();
    Keys keys = new Keys(new DataFolder(data.toString()), new Profile("development"));
    Tokens tokens = new Tokens(keys, clock, new Ids(clock), Duration.ofHours(1));
    List<String> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(tokens.issue(Caller.everywhere("bench" + i, "bench", Role.VIEWER), ""));
    }
    return made;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(String figure, double measured, String unit) {
    System.out.printf("| %s | no goal | %.0f %s |%n", figure, measured, unit);
  }
}
