package org.lightpath.launcher.lock;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes the data directory's lock in a Payara Server process before the server starts: {@code
 * -javaagent:lightpath-launcher.jar=<data directory>}. Ends the process if somebody else has it.
 */
public final class LockAgent {

  private static final int REFUSED = 75; // EX_TEMPFAIL of sysexits.h
  private static final AtomicReference<DataLock> HELD = new AtomicReference<>();

  private LockAgent() {}

  /** Called by the Java virtual machine before {@code main}. */
  public static void premain(String data, Instrumentation unused) throws IOException {
    var lock = DataLock.take(Path.of(data), "Payara Server");
    if (lock.isEmpty()) {
      System.err.printf(
          "The data directory %s is in use by %s.%n",
          data, DataLock.holder(Path.of(data)).map(Object::toString).orElse("another process"));
      System.exit(REFUSED);
    }
    HELD.set(lock.get());
  }
}
