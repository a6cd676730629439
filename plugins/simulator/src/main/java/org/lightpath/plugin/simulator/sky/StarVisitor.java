package org.lightpath.plugin.simulator.sky;

/** Gets stars one by one, so that a crowded field needs no list of them. */
@FunctionalInterface
public interface StarVisitor {

  /**
   * One star.
   *
   * @param rightAscensionDegrees ICRS
   * @param declinationDegrees ICRS
   * @param magnitude visual
   */
  void star(double rightAscensionDegrees, double declinationDegrees, double magnitude);
}
