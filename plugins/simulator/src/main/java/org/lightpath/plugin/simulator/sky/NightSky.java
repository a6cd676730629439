package org.lightpath.plugin.simulator.sky;

/** All stars of the twin's sky: it is always a clear, moonless night there. */
public final class NightSky {

  private NightSky() {}

  /**
   * Shows the stars of a circle, and some around it, in an order that is always the same.
   *
   * @param centre middle of the circle
   * @param radiusDegrees 0 to 90
   * @param faintest faintest visual magnitude wanted; there is nothing fainter than 20
   */
  public static void visit(
      SkyPosition centre, double radiusDegrees, double faintest, StarVisitor visitor) {
    BrightStars.visit(centre, radiusDegrees, visitor);
    for (StarCluster cluster : StarCluster.ALL) {
      cluster.visit(centre, radiusDegrees, faintest, visitor);
    }
    StarField.visit(centre, radiusDegrees, Math.min(faintest, StarField.FAINTEST), visitor);
  }
}
