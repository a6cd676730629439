package org.lightpath.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figures of first light: start of Payara Micro by {@code demo} and by {@code up}, memory, the
 * hub's own share of an exposure, a 16-Mpixel frame with the default heap, the cost of a request,
 * restart and memory of Payara Server. Prints Markdown table rows; a row whose goal is missed says
 * so. Takes about six minutes.
 */
public final class FirstLight {

  private static final List<String> PARTS =
      List.of("demo", "up", "job", "frame", "requests", "server");

  private static final int STARTS = 3;
  private static final Pattern READY = Pattern.compile("is ready after ([0-9.]+) s");
  private static final int EXPOSURES = 20;
  private static final double EXPOSURE_SECONDS = 0.5;

  /** Pause of the simulated camera between shutter and pixels; not the hub's work. */
  private static final double READOUT_SECONDS = 0.3;

  private final Path home;
  private final Path work;
  private int port = 18600;

  private FirstLight(Path home, Path work) {
    this.home = home;
    this.work = work;
  }

  /**
   * Measures.
   *
   * @param arguments the folder of the checkout; a folder for the hubs' data, which must not exist;
   *     then the parts to measure, all if none is named
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    FirstLight bench = new FirstLight(Path.of(arguments[0]), Path.of(arguments[1]));
    List<String> parts = List.of(arguments).subList(2, arguments.length);
    for (String part : parts.isEmpty() ? PARTS : parts) {
      if (!PARTS.contains(part)) {
        System.err.printf("bench has no part '%s'; it has %s%n", part, String.join(", ", PARTS));
        System.exit(2);
      }
    }
    System.out.println("| figure | goal | measured |");
    System.out.println("|---|---|---|");
    for (String part : parts.isEmpty() ? PARTS : parts) {
      bench.measure(part);
    }
  }

  private void measure(String part) throws IOException, InterruptedException {
    switch (part) {
      case "demo" -> measureStart();
      case "up" -> measureUp();
      case "job" -> measureMainJob();
      case "frame" -> measureLargeFrame();
      case "requests" -> new RequestCost(home, work, port++).measure();
      default -> new ServerBench(home, work.resolve("server")).measure();
    }
  }

  private record Running(Process launcher, JsonObject summary) {}

  /** A demo that stays up after its first light. */
  private Running demo(Path data, List<String> more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("lightpath").toString());
    command.addAll(List.of("demo", "--json", "--data", data.toString()));
    command.addAll(List.of("--port", Integer.toString(port++)));
    command.addAll(more);
    Process launcher =
        new ProcessBuilder(command)
            .redirectError(work.resolve("demo-" + port + ".log").toFile())
            .start();
    BufferedReader out = launcher.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the demo ended early; see " + work.resolve("demo-" + port + ".log"));
    }
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return new Running(launcher, reader.readObject());
    }
  }

  static void stop(Process launcher) throws InterruptedException {
    launcher.destroy();
    if (!launcher.waitFor(30, TimeUnit.SECONDS)) {
      launcher.destroyForcibly();
    }
  }

  private void measureStart() throws IOException, InterruptedException {
    double[] starts = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      Running hub = demo(work.resolve("start"), List.of("--once"));
      starts[i] = hub.summary().getJsonObject("seconds").getJsonNumber("start").doubleValue();
      hub.launcher().waitFor();
    }
    Arrays.sort(starts);
    row("Micro: start to ready (`demo`), median of " + STARTS, 15, starts[STARTS / 2], "s");
  }

  private void measureUp() throws IOException, InterruptedException {
    double[] starts = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      Process launcher = launchUp(home, work.resolve("start"), port++);
      try {
        starts[i] = readySeconds(launcher.inputReader(StandardCharsets.UTF_8));
      } finally {
        stop(launcher);
      }
    }
    Arrays.sort(starts);
    row("Micro: start to ready (`up`), median of " + STARTS, 15, starts[STARTS / 2], "s");
  }

  private static Process launchUp(Path home, Path data, int port) throws IOException {
    String script = home.resolve("lightpath").toString();
    String at = Integer.toString(port);
    return new ProcessBuilder(script, "up", "--data", data.toString(), "--port", at)
        .redirectErrorStream(true)
        .start();
  }

  /** A hub that {@code up} has started and that is ready. */
  static Process up(Path home, Path data, int port) throws IOException {
    Process launcher = launchUp(home, data, port);
    readySeconds(launcher.inputReader(StandardCharsets.UTF_8));
    return launcher;
  }

  /** The seconds in the line {@code … the hub is ready after 12.3 s: http://…}. */
  private static double readySeconds(BufferedReader out) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        return Double.parseDouble(ready.group(1));
      }
    }
    throw new IOException("the hub ended before it was ready");
  }

  private void measureMainJob() throws IOException, InterruptedException {
    Path data = work.resolve("job");
    Running running = demo(data, List.of());
    try {
      Hub hub = new Hub(URI.create(running.summary().getString("url")));
      row(
          "Micro: resident memory after first light",
          700,
          Hub.residentMegabytes(running.launcher()),
          "MB");
      String token = hub.token();
      double[] overheads = new double[EXPOSURES];
      for (int i = 0; i < EXPOSURES; i++) {
        JsonObject job = hub.expose(token, Double.toString(EXPOSURE_SECONDS));
        double whole =
            (job.getJsonNumber("ended_ms").longValue()
                    - job.getJsonNumber("timestamp_ms").longValue())
                / 1000.0;
        overheads[i] = whole - EXPOSURE_SECONDS - READOUT_SECONDS;
      }
      Arrays.sort(overheads);
      row("main job beyond exposure and readout, median of 20", 1, overheads[EXPOSURES / 2], "s");
      row("main job beyond exposure and readout, slowest of 20", 1, overheads[EXPOSURES - 1], "s");
    } finally {
      stop(running.launcher());
    }
  }

  private void measureLargeFrame() throws IOException, InterruptedException {
    Path config = Files.createDirectories(work.resolve("large-config/sites"));
    Path development = home.resolve("server-config/development");
    Files.copy(
        development.resolve("lightpath.properties"), config.resolveSibling("lightpath.properties"));
    String site = Files.readString(development.resolve("sites/saf.properties"));
    Files.writeString(
        config.resolve("saf.properties"),
        site
            + "\nlightpath.site.saf.device.camera1.width-pixels=4096"
            + "\nlightpath.site.saf.device.camera1.height-pixels=4096\n");
    Path data = work.resolve("large");
    Running running = demo(data, List.of("--config", config.getParent().toString()));
    try {
      Hub hub = new Hub(URI.create(running.summary().getString("url")));
      JsonObject job = hub.expose(hub.token(), "0.5");
      double seconds =
          (job.getJsonNumber("ended_ms").longValue()
                  - job.getJsonNumber("timestamp_ms").longValue())
              / 1000.0;
      System.out.printf(
          "| 16-Mpixel exposure with the default heap of 512 MB | it passes | passes, %.1f s in all |%n",
          seconds);
      row(
          "Micro: resident memory after two 16-Mpixel exposures",
          700,
          Hub.residentMegabytes(running.launcher()),
          "MB");
    } finally {
      stop(running.launcher());
    }
  }

  static void row(String figure, double goal, double measured, String unit) {
    String verdict = measured <= goal ? "reached" : "missed";
    System.out.printf(
        "| %s | ≤ %.0f %s | %.1f %s, %s |%n", figure, goal, unit, measured, unit, verdict);
  }
}
