package org.lightpath.launcher.micro;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options of the server's Java process. Measured figures: docs/reference/benchmarks.md. */
final class JvmOptions {

  private JvmOptions() {}

  /**
   * The options.
   *
   * @param quick whether to be ready soon: the first compiler alone needs half the processor time
   *     until then, and what runs for long is slower by a factor of about two
   */
  static List<String> of(String heap, boolean quick, Path logs) {
    List<String> options = new ArrayList<>();
    options.add("-Xmx" + heap);
    options.add("-Xms160m");
    // No remembered sets and no regions: the smallest process, and frames of any size fit.
    options.add("-XX:+UseSerialGC");
    options.add("-XX:MinHeapFreeRatio=10");
    options.add("-XX:MaxHeapFreeRatio=30");
    options.add("-XX:ReservedCodeCacheSize=96m");
    options.add("-Xss512k");
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("-XX:ErrorFile=" + logs.resolve("jvm-crash-%p.log"));
    options.add("-Djava.awt.headless=true");
    options.add("-Djava.net.preferIPv4Stack=true");
    options.add("-Dfile.encoding=UTF-8");
    options.add("-Duser.timezone=UTC");
    if (quick) {
      options.add("-XX:TieredStopAtLevel=1");
    }
    return options;
  }
}
