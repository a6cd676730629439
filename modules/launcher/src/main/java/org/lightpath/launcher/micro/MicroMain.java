package org.lightpath.launcher.micro;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.lightpath.launcher.config.Installation;
import org.lightpath.launcher.lock.DataLock;
import org.lightpath.launcher.plugin.BundledPlugins;

/** Main class of the server's process; see the package. */
public final class MicroMain {

  /** Exit code when somebody else uses the data directory (EX_TEMPFAIL of sysexits.h). */
  static final int IN_USE = 75;

  private static final Duration STOP_LIMIT = Duration.ofSeconds(9);
  private static final AtomicReference<DataLock> HELD = new AtomicReference<>();

  private MicroMain() {}

  /** Reads the start order from standard input and becomes the server. */
  public static void main(String[] words) throws IOException, ReflectiveOperationException {
    BufferedReader launcher =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    StartOrder order = StartOrder.read(launcher);
    var lock = DataLock.take(order.data(), "Payara Micro on port " + order.port());
    if (lock.isEmpty()) {
      System.exit(IN_USE);
    }
    HELD.set(lock.get());
    Runtime.getRuntime().addShutdownHook(new Thread(MicroMain::limitTheStop, "stop-limit"));
    daemon("launcher-watch", () -> endWith(launcher)).start();
    RotatingLog log = RotatingLog.open(order.data().resolve("logs/hub.log"));
    PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
    System.setErr(out);
    System.setOut(
        ServerFolder.logsJson(order)
            ? new PrintStream(new PrintedLines(), true, StandardCharsets.UTF_8)
            : out);
    order.properties().forEach(System::setProperty);
    BundledPlugins.install(
        new Installation(order.home()).bundledPlugins(),
        Path.of(order.properties().get("lightpath.plugins.dir")));
    Path folder = ServerFolder.make(order);
    startPayara(MicroArguments.of(order, folder));
  }

  private static void startPayara(String[] arguments) throws ReflectiveOperationException {
    Class.forName("fish.payara.micro.PayaraMicro")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }

  private static void endWith(Reader launcher) {
    try {
      while (launcher.read() >= 0) {
        Thread.onSpinWait(); // the launcher writes nothing more; only the end counts
      }
    } catch (IOException e) {
      System.err.println("lightpath: cannot hear the launcher any more, stopping: " + e);
    }
    System.exit(0);
  }

  /** Ends the process at once if the server has not stopped in time. */
  private static void limitTheStop() {
    daemon(
            "halt",
            () -> {
              try {
                Thread.sleep(STOP_LIMIT.toMillis());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(1);
            })
        .start();
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
