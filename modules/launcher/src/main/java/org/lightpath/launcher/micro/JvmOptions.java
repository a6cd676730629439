package org.lightpath.launcher.micro;

import java.nio.file.Path;
import java.util.List;

/** The options of the server's Java process. Measured figures: docs/reference/benchmarks.md. */
final class JvmOptions {

  private JvmOptions() {}

  static List<String> of(String heap, Path logs) {
    return List.of(
        "-Xmx" + heap,
        "-Xms64m",
        // One collector thread and no remembered sets: the smallest process for a heap of this
        // size.
        "-XX:+UseSerialGC",
        "-XX:MinHeapFreeRatio=10",
        "-XX:MaxHeapFreeRatio=30",
        "-XX:ReservedCodeCacheSize=96m",
        "-Xss512k",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:ErrorFile=" + logs.resolve("jvm-crash-%p.log"),
        "-Djava.awt.headless=true",
        "-Djava.net.preferIPv4Stack=true",
        "-Dfile.encoding=UTF-8",
        "-Duser.timezone=UTC");
  }
}
