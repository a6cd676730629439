package org.lightpath.launcher.micro;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options of the server's Java process. Measured figures: docs/reference/benchmarks.md. */
final class JvmOptions {

  /**
   * Ten times the defaults: at those the second compiler took two fifths of the processor time of a
   * start, much of it for code that no more than deploys. What is hot reaches these too, only
   * later. {@code server-config/server} has the same for Payara Server.
   */
  private static final List<String> LATE_SECOND_COMPILER =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  private JvmOptions() {}

  /**
   * The options.
   *
   * @param quick whether to be ready soon: the first compiler alone needs half the processor time
   *     until then, and what runs for long is slower by a factor of about two
   * @param logs where the machine writes its report if it crashes
   */
  static List<String> of(String heap, boolean quick, Path logs) {
    List<String> options = new ArrayList<>();
    options.add("-Xmx" + heap);
    options.add("-Xms160m");
    // No remembered sets and no regions: the smallest process, and frames of any size fit.
    options.add("-XX:+UseSerialGC");
    options.add("-XX:MinHeapFreeRatio=10");
    options.add("-XX:MaxHeapFreeRatio=30");
    // What classes take after a start; from the default of 21 MB there were four full collections
    // of 0.2 s each on the way.
    options.add("-XX:MetaspaceSize=192m");
    options.add("-XX:ReservedCodeCacheSize=96m");
    options.add("-Xss512k");
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("-XX:ErrorFile=" + logs.resolve("jvm-crash-%p.log"));
    options.add("-Djava.awt.headless=true");
    options.add("-Djava.net.preferIPv4Stack=true");
    options.add("-Dfile.encoding=UTF-8");
    options.add("-Duser.timezone=UTC");
    options.addAll(quick ? List.of("-XX:TieredStopAtLevel=1") : LATE_SECOND_COMPILER);
    return options;
  }
}
