package org.lightpath.launcher.micro;

import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.lightpath.launcher.config.Installation;
import org.lightpath.launcher.lock.DataLock;
import org.lightpath.launcher.terminal.LaunchException;

/** The server's process, seen from the launcher. Stops with the launcher. */
public final class MicroServer implements AutoCloseable {

  private static final long STOP_SECONDS = 10;

  private final Process process;
  private final Writer order;
  private final Path data;

  private MicroServer(Process process, Writer order, Path data) {
    this.process = process;
    this.order = order;
    this.data = data;
  }

  /**
   * Starts it and returns at once.
   *
   * @param order what to start
   * @param heap size of the Java heap, for example {@code 512m}
   * @param quick whether a quick start counts for more than speed later on
   * @throws LaunchException if the process cannot be started
   */
  public static MicroServer start(StartOrder order, String heap, boolean quick)
      throws LaunchException {
    Installation installation = new Installation(order.home());
    Installation.require(installation.war(), installation.rar(), installation.payaraMicro());
    try {
      Path logs = Files.createDirectories(order.data().resolve("logs"));
      Process process =
          new ProcessBuilder(command(installation, JvmOptions.of(heap, quick, logs), order.data()))
              .redirectErrorStream(true)
              .redirectOutput(logs.resolve("jvm.log").toFile())
              .start();
      MicroServer server =
          new MicroServer(
              process,
              new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8),
              order.data());
      server.tell(order);
      return server;
    } catch (IOException e) {
      throw new LaunchException("Cannot start the server's process: " + e.getMessage());
    }
  }

  private void tell(StartOrder what) throws LaunchException {
    try {
      what.write(order);
    } catch (IOException e) {
      close(); // it has gone before it could listen: a bad option, no memory
      requireAlive();
    }
  }

  private static List<String> command(Installation installation, List<String> options, Path data)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    try (JarFile payara = new JarFile(installation.payaraMicro().toFile())) {
      // Its manifest opens packages of the JDK, but only for `java -jar`.
      Manifest manifest = payara.getManifest();
      String opens = manifest.getMainAttributes().getValue("Add-Opens");
      String exports = manifest.getMainAttributes().getValue("Add-Exports");
      for (String name : opens.split(" ")) {
        command.add("--add-opens=" + name + "=ALL-UNNAMED");
      }
      for (String name : exports.split(" ")) {
        command.add("--add-exports=" + name + "=ALL-UNNAMED");
      }
    }
    command.add("-cp");
    command.add(installation.launcher() + File.pathSeparator + installation.payaraMicro());
    command.add(MicroMain.class.getName());
    command.add(data.toString()); // only for people who list processes
    return command;
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** The log of the hub. */
  public Path log() {
    return data.resolve("logs/hub.log");
  }

  /**
   * Checks that it still runs.
   *
   * @throws LaunchException if it has ended; says why, as far as that is known
   */
  public void requireAlive() throws LaunchException {
    if (process.isAlive()) {
      return;
    }
    if (process.exitValue() == MicroMain.IN_USE) {
      throw inUse(data);
    }
    throw new LaunchException(
        "The server ended with exit code %d.".formatted(process.exitValue()),
        "Look into " + log() + " and " + data.resolve("logs/jvm.log") + ".");
  }

  /** Refuses a start when another process uses the data directory; returns if none does. */
  public static void requireUnused(Path data) throws LaunchException {
    try {
      if (DataLock.holder(data).isPresent()) {
        throw inUse(data);
      }
    } catch (IOException e) {
      throw new LaunchException("Cannot read the lock of " + data + ": " + e.getMessage());
    }
  }

  private static LaunchException inUse(Path data) {
    String holder;
    try {
      holder = DataLock.holder(data).map(Object::toString).orElse("a process that has just ended");
    } catch (IOException e) {
      holder = "a process that cannot be named (" + e.getMessage() + ")";
    }
    return new LaunchException(
        "The data directory %s is in use by %s.".formatted(data, holder),
        "Stop that process, or choose another directory with --data DIR.");
  }

  /** Waits until it ends by itself. */
  public int await() throws InterruptedException {
    return process.waitFor();
  }

  /** Stops it: orderly within {@value #STOP_SECONDS} seconds, otherwise by force. Idempotent. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      order.close();
    } catch (IOException e) {
      return; // the pipe broke because the process ended: what was wanted
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
