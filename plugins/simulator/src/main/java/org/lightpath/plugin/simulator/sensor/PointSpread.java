package org.lightpath.plugin.simulator.sensor;

/**
 * The image of a star: a Moffat profile with exponent 3, peak / (1 + (r / core)^2)^3.
 *
 * <p>Source: Moffat, A&amp;A 3, 455 (1969); the light of a profile with exponent b is peak * pi *
 * core^2 / (b - 1), its full width at half maximum 2 core sqrt(2^(1/b) - 1).
 *
 * @param corePixels core radius, pixels
 */
public record PointSpread(double corePixels) {

  private static final double FWHM_PER_CORE = 2 * Math.sqrt(Math.cbrt(2) - 1);

  /** Narrower images would fall between the pixel centres, where the profile is sampled. */
  private static final double NARROWEST_FWHM_PIXELS = 1.5;

  /** A limit to the work that one star makes. */
  private static final double LARGEST_RADIUS_PIXELS = 600;

  /** An image of a full width at half maximum, pixels; narrower than 1.5 is taken as 1.5. */
  public static PointSpread ofFwhm(double pixels) {
    return new PointSpread(Math.max(NARROWEST_FWHM_PIXELS, pixels) / FWHM_PER_CORE);
  }

  /** Peak, electrons per pixel, of a star that gives {@code electrons} in all. */
  public double peak(double electrons) {
    return electrons / lightPerPeak();
  }

  /** Electrons in all of a star with peak 1. */
  public double lightPerPeak() {
    return Math.PI * corePixels * corePixels / 2;
  }

  /** Distance at which a star of this peak falls to {@code level}, pixels; both electrons. */
  double radius(double peak, double level) {
    double radius = corePixels * Math.sqrt(Math.max(0, Math.cbrt(peak / level) - 1));
    return Math.min(LARGEST_RADIUS_PIXELS, radius);
  }
}
