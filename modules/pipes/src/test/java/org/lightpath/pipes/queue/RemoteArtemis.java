package org.lightpath.pipes.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real broker in a process of its own, reached over loopback TCP, that can freeze and die. */
final class RemoteArtemis {

  private final Path directory;
  private final int port;
  private Process process;

  private RemoteArtemis(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /** The process's program: directory, port, file to write when it is ready. */
  public static void main(String[] args) throws Exception {
    EmbeddedArtemis.start(Path.of(args[0]), Optional.of("tcp://127.0.0.1:" + args[1]));
    Files.writeString(Path.of(args[2]), "ready");
  }

  /** A broker on a free port, not started yet. */
  static RemoteArtemis in(Path directory) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new RemoteArtemis(directory, free.getLocalPort());
    }
  }

  String url() {
    return "tcp://127.0.0.1:" + port;
  }

  void start() throws Exception {
    Path ready = directory.resolve("ready");
    Files.deleteIfExists(ready);
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    RemoteArtemis.class.getName(),
                    directory.toString(),
                    String.valueOf(port),
                    ready.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()))
            .start();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!Files.exists(ready)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("no broker: " + Files.readString(directory.resolve("log")));
      }
      Thread.sleep(20); // another process: nothing here could wake us
    }
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  void freeze() {
    signal("-STOP");
  }

  void thaw() {
    signal("-CONT");
  }

  void stop() throws InterruptedException {
    if (process != null) {
      kill();
    }
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", name, String.valueOf(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
