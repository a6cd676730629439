package org.lightpath.plugin.simulator.sky;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A star cluster whose stars are drawn from a Plummer sphere, seen projected: half of its light
 * falls within the half-light radius.
 *
 * <p>Stars follow N(&lt;m) ~ 10^(0.4 m) over five magnitudes below the brightest, each magnitude
 * giving the same light, in such a number that all together shine with the integrated magnitude.
 * The same cluster has the same stars always.
 *
 * <p>Source of positions, integrated magnitudes and half-light radii of globular clusters: Harris,
 * Catalog of Parameters for Milky Way Globular Clusters (AJ 112, 1487; edition of 2010); a test
 * compares positions and magnitudes with the edition of 1997, CDS VII/202. Everything else, the
 * brightest stars and the open clusters, is good for a picture and compared with no catalogue.
 *
 * @param name as observers write it
 * @param centre ICRS
 * @param magnitude integrated, visual
 * @param brightest magnitude of its brightest stars
 * @param halfLightArcmin projected half-light radius
 */
record StarCluster(
    String name, SkyPosition centre, double magnitude, double brightest, double halfLightArcmin) {

  /** Range of magnitudes that its stars have. */
  private static final double DEPTH = 5;

  /** Beyond so many half-light radii there is nothing: 99 % of a Plummer sphere lies within. */
  private static final double EDGE = 10;

  static final List<StarCluster> ALL =
      List.of(
          of("47 Tucanae", 6.0236, -72.0813, 3.95, 11.5, 3.17),
          of("M103", 23.342, 60.650, 7.4, 8.5, 2.2),
          of("NGC 869", 34.741, 57.134, 5.3, 7.5, 6.0),
          of("NGC 884", 35.584, 57.149, 6.1, 8.0, 6.0),
          of("M38", 82.167, 35.855, 7.4, 9.0, 7.0),
          of("M36", 84.084, 34.135, 6.3, 8.5, 4.5),
          of("M37", 88.074, 32.545, 6.2, 9.0, 7.5),
          of("M35", 92.250, 24.340, 5.3, 8.0, 9.0),
          of("M67", 132.846, 11.814, 6.1, 9.5, 8.0),
          of("Omega Centauri", 201.6968, -47.4796, 3.68, 11.5, 5.00),
          of("M3", 205.5484, 28.3773, 6.19, 12.5, 2.31),
          of("M5", 229.6384, 2.0810, 5.65, 12.2, 1.77),
          of("M4", 245.8968, -26.5258, 5.63, 11.0, 4.33),
          of("M13", 250.4218, 36.4599, 5.78, 12.0, 1.69),
          of("M92", 259.2808, 43.1359, 6.44, 12.2, 1.02),
          of("M22", 279.0998, -23.9048, 5.10, 11.0, 3.36),
          of("M11", 282.766, -6.272, 5.8, 9.0, 4.0),
          of("M15", 322.4930, 12.1670, 6.20, 12.6, 1.00),
          of("M2", 323.3626, -0.8233, 6.47, 13.1, 1.06));

  private static StarCluster of(
      String name,
      double rightAscensionDegrees,
      double declinationDegrees,
      double magnitude,
      double brightest,
      double halfLightArcmin) {
    SkyPosition centre = new SkyPosition(rightAscensionDegrees, declinationDegrees);
    return new StarCluster(name, centre, magnitude, brightest, halfLightArcmin);
  }

  /** How many stars it takes to shine with the integrated magnitude. */
  int starCount() {
    double wholeLight = Math.pow(10, 0.4 * (brightest - magnitude));
    double lightPerFirstStar = 0.4 * Math.log(10) * DEPTH;
    return (int) Math.ceil(wholeLight / lightPerFirstStar * (Math.pow(10, 0.4 * DEPTH) - 1));
  }

  /** Shows its stars down to {@code faintest} if it reaches into the circle. */
  void visit(SkyPosition field, double radiusDegrees, double faintest, StarVisitor visitor) {
    double edgeDegrees = EDGE * halfLightArcmin / 60;
    if (centre.separationDegrees(field) > radiusDegrees + edgeDegrees) {
      return;
    }
    SplittableRandom random = new SplittableRandom(name.hashCode());
    double cosDec = Math.cos(Math.toRadians(centre.declinationDegrees()));
    double range = Math.pow(10, 0.4 * DEPTH) - 1;
    int count = starCount();
    for (int i = 0; i < count; i++) {
      double within = random.nextDouble();
      double radius = halfLightArcmin / 60 * Math.sqrt(within / (1 - within));
      double direction = 2 * Math.PI * random.nextDouble();
      double magnitude = brightest + 2.5 * Math.log10(1 + range * random.nextDouble());
      if (radius <= edgeDegrees && magnitude <= faintest) {
        visitor.star(
            centre.rightAscensionDegrees() + radius * Math.sin(direction) / cosDec,
            centre.declinationDegrees() + radius * Math.cos(direction),
            magnitude);
      }
    }
  }
}
