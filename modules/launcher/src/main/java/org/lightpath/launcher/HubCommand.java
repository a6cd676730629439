package org.lightpath.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lightpath.launcher.config.Installation;
import org.lightpath.launcher.hub.FirstLight;
import org.lightpath.launcher.hub.HubClient;
import org.lightpath.launcher.hub.LogWatch;
import org.lightpath.launcher.hub.Readiness;
import org.lightpath.launcher.hub.Target;
import org.lightpath.launcher.json.Json;
import org.lightpath.launcher.micro.MicroServer;
import org.lightpath.launcher.micro.StartOrder;
import org.lightpath.launcher.terminal.Arguments;
import org.lightpath.launcher.terminal.Console;
import org.lightpath.launcher.terminal.LaunchException;

/** The commands {@code up} and {@code demo}: the hub on Payara Micro. */
final class HubCommand {

  private static final Duration READY_LIMIT = Duration.ofSeconds(120);
  private static final String DEFAULT_HEAP = "512m";

  private final Arguments arguments;
  private final Installation installation;
  private final Console console;
  private final AtomicBoolean stopping = new AtomicBoolean();

  HubCommand(Arguments arguments, Installation installation, Console console) {
    this.arguments = arguments;
    this.installation = installation;
    this.console = console;
  }

  int run() throws LaunchException, IOException, InterruptedException {
    Path log = arguments.data().resolve("logs/hub.log");
    try {
      return start();
    } catch (LaunchException e) {
      if (stopping.get()) {
        return 0; // the server went because we were told to stop
      }
      if (arguments.has("json")) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("ok", false);
        summary.put("error", e.getMessage());
        summary.put("log", log.toString());
        console.result(Json.write(summary));
      }
      throw new LaunchException(e.getMessage(), e.remedy().orElse("The log is " + log + "."));
    }
  }

  private int start() throws LaunchException, IOException, InterruptedException {
    Start start = Start.of(arguments, installation);
    MicroServer.requireUnused(start.data());
    Start.requireFree(arguments.port(), "--port");
    console.step("data directory " + start.data());
    StartOrder order =
        new StartOrder(start.data(), arguments.port(), installation.home(), start.properties());
    boolean demo = arguments.command() == Arguments.Command.DEMO;
    LogWatch log = LogWatch.fromEndOf(start.data().resolve("logs/hub.log"), console);
    double begin = console.seconds();
    try (MicroServer server =
        MicroServer.start(order, arguments.option("heap").orElse(DEFAULT_HEAP), demo)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
      console.step(
          "starting Payara Micro (process %d), log %s".formatted(server.pid(), server.log()));
      HubClient hub = new HubClient(start.url());
      Readiness.Watch watch =
          () -> {
            server.requireAlive();
            log.check();
          };
      new Readiness(hub, console, watch).await(READY_LIMIT);
      double startSeconds = console.seconds() - begin;
      console.step("the hub is ready after %.1f s: %s".formatted(startSeconds, start.url()));
      if (demo) {
        demonstrate(hub, start, startSeconds);
      }
      return arguments.has("once") ? 0 : serve(server);
    }
  }

  private void demonstrate(HubClient anonymous, Start start, double startSeconds)
      throws LaunchException, InterruptedException {
    HubClient hub = FirstLight.logIn(anonymous);
    FirstLight.Proof proof =
        new FirstLight(hub, console, start.data().resolve("first-light"), target(start)).take();
    console.step("first light is proven");
    console.detail("FITS     " + proof.fits());
    console.detail("preview  " + proof.preview());
    console.detail("hub      " + hub.base());
    console.detail("token    " + hub.token());
    if (arguments.has("json")) {
      Map<String, Object> seconds = new LinkedHashMap<>();
      seconds.put("build", buildSeconds());
      seconds.put("start", rounded(startSeconds));
      seconds.put("job", rounded(proof.jobSeconds()));
      Map<String, Object> summary = new LinkedHashMap<>();
      summary.put("ok", true);
      summary.put("url", hub.base().toString());
      summary.put("baseName", proof.baseName());
      summary.put("fits", proof.fits().toString());
      summary.put("preview", proof.preview().toString());
      summary.put("jobId", proof.jobId());
      summary.put("seconds", seconds);
      console.result(Json.write(summary));
    }
  }

  private static Target target(Start start) throws LaunchException {
    return Target.highestOver(
        start.degrees("lightpath.site.saf.latitude-degrees"),
        start.degrees("lightpath.site.saf.longitude-degrees"),
        Instant.now(Clock.systemUTC()));
  }

  private int serve(MicroServer server) throws LaunchException, InterruptedException {
    console.step("Ctrl-C stops it");
    server.await();
    if (!stopping.get()) {
      server.requireAlive();
    }
    return 0;
  }

  private void stop(MicroServer server) {
    if (!stopping.getAndSet(true)) {
      server.close();
    }
  }

  /** Whole seconds that the script has spent on building. */
  private static long buildSeconds() {
    return Long.getLong("lightpath.build.seconds", 0);
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 100) / 100.0;
  }
}
