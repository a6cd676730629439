package org.lightpath.platform.telemetry;

import java.util.List;

/**
 * A part of the hub whose present state is worth a graph. Every bean of this type is asked, on a
 * thread of its own, when somebody reads the metrics.
 */
public interface MetricSource {

  /** Takes what a source has measured. */
  @FunctionalInterface
  interface Readings {

    /** The value of {@code family} for these values of its labels. */
    void set(MetricFamily family, double value, String... labels);
  }

  /** Short name of the part, for example {@code database}. */
  String part();

  /** What it measures; always the same. */
  List<MetricFamily> families();

  /**
   * Measures now. It should end within a second; one that takes longer than 3 s, or throws, is left
   * out and shows as down.
   */
  void measure(Readings readings);
}
