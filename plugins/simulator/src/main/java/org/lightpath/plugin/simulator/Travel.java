package org.lightpath.plugin.simulator;

/**
 * A stretch of real time in which a device is on its way.
 *
 * @param startNanos start, as {@link System#nanoTime()}
 * @param lengthNanos length, at least 0
 */
record Travel(long startNanos, long lengthNanos) {

  /** A way that is over. */
  static final Travel DONE = new Travel(0, 0);

  /** How much of the way lies behind, 0 to 1. */
  double fraction() {
    if (lengthNanos == 0) {
      return 1;
    }
    double passed = System.nanoTime() - startNanos;
    return Math.min(1, Math.max(0, passed / lengthNanos));
  }
}
