package org.lightpath.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The figures of Payara Server: restart with the EAR, memory after first light. */
final class ServerBench {

  private static final int PORT = 18638;
  private static final int ADMIN_PORT = 18639;

  private final Path home;
  private final Path data;

  ServerBench(Path home, Path data) {
    this.home = home;
    this.data = data;
  }

  void measure() throws IOException, InterruptedException {
    server("--port", Integer.toString(PORT), "--admin-port", Integer.toString(ADMIN_PORT));
    server("stop");
    try {
      // The domain holds the EAR now: the launcher starts it and waits until the hub is ready.
      long begin = System.nanoTime();
      server("--port", Integer.toString(PORT), "--admin-port", Integer.toString(ADMIN_PORT));
      double seconds = (System.nanoTime() - begin) / 1e9;
      FirstLight.row("Server: restart with the EAR to ready, once", 25, seconds, "s");
      Hub hub = new Hub(URI.create("http://127.0.0.1:" + PORT));
      hub.expose(hub.token(), "0.5");
      Path pid = data.resolve("server/lightpath/config/pid");
      long resident = Hub.residentMegabytes(Long.parseLong(Files.readString(pid).strip()));
      FirstLight.row("Server: resident memory after first light", 900, resident, "MB");
    } finally {
      server("stop");
    }
  }

  private void server(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(home.resolve("lightpath").toString(), "server"));
    command.addAll(List.of(words));
    command.addAll(List.of("--data", data.toString()));
    Path log = Files.createDirectories(data).resolve("bench.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroy();
      throw new IOException("%s failed: %s".formatted(command, Files.readString(log)));
    }
  }
}
