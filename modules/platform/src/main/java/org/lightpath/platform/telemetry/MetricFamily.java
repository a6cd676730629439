package org.lightpath.platform.telemetry;

import java.util.List;

/**
 * A metric as it is published; {@code docs/reference/metrics.md} has a row for each.
 *
 * @param kind whether it goes up and down, or up only
 * @param name {@code lightpath_<thing>_<unit>}; a counter's ends in {@code _total}
 * @param help one sentence for people
 * @param labels names of its labels, in the order of their values; each has few values, and none
 *     that a caller can choose
 */
public record MetricFamily(Kind kind, String name, String help, List<String> labels) {

  /** What its value can do. */
  public enum Kind {
    /** Up and down. */
    GAUGE,
    /** Up, from 0 at the start of the process. */
    COUNTER
  }

  /** A value that goes up and down. */
  public static MetricFamily gauge(String name, String help, String... labels) {
    return new MetricFamily(Kind.GAUGE, name, help, List.of(labels));
  }

  /** A number of events since the start; the name ends in {@code _total}. */
  public static MetricFamily counter(String name, String help, String... labels) {
    return new MetricFamily(Kind.COUNTER, name, help, List.of(labels));
  }
}
