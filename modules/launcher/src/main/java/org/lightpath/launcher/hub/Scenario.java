package org.lightpath.launcher.hub;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lightpath.launcher.json.Json;

/**
 * What the demonstration asks of the twin site: the one place for its names and numbers, but for
 * the {@link Target}.
 */
final class Scenario {

  static final String SITE = "saf";
  static final String USER = "admin";
  static final String PASSWORD = "admin"; // of the development profile only
  static final String EXPOSURE_SECONDS = "2";

  /** Endings of the files that one exposure leaves. */
  static final String FITS = "-EX00.fits.fz";

  static final String PREVIEW_PNG = "-EX10.png";

  private Scenario() {}

  /** Points the telescope; right ascension in hours, declination in degrees. */
  static String mountJob(Target target) {
    return job(
        "mount",
        "mount1",
        "go",
        Map.of(
            "ra", Double.toString(target.rightAscensionDegrees() / 15),
            "dec", Double.toString(target.declinationDegrees())),
        Map.of());
  }

  /** Takes the exposure. */
  static String cameraJob(Target target) {
    Map<String, String> optional = new LinkedHashMap<>();
    optional.put("filter", "lum");
    optional.put("bin", "1");
    optional.put("count", "1");
    optional.put("object_name", target.name());
    return job(
        "camera",
        "camera1",
        "expose",
        Map.of("time", EXPOSURE_SECONDS, "image_type", "light"),
        optional);
  }

  private static String job(
      String device,
      String instance,
      String action,
      Map<String, String> required,
      Map<String, String> optional) {
    Map<String, Object> job = new LinkedHashMap<>();
    job.put("site", SITE);
    job.put("device", device);
    job.put("instance", instance);
    job.put("action", action);
    job.put("user_name", USER);
    job.put("user_id", USER);
    job.put("required_params", required);
    job.put("optional_params", optional);
    return Json.write(job);
  }
}
