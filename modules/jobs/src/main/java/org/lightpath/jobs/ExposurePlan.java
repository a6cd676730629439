package org.lightpath.jobs;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.device.spi.Roi;
import org.lightpath.platform.Text;

/**
 * What an {@code expose} job asks of a camera.
 *
 * @param exposure shutter-open time
 * @param kind what the frames are for
 * @param binning symmetric binning
 * @param roi region in unbinned pixels; empty for the whole sensor
 * @param count how many exposures
 * @param filter name of the filter to turn into the beam; empty to leave the wheel alone
 * @param object what is observed, for the header; empty if nobody said
 */
record ExposurePlan(
    Duration exposure,
    FrameKind kind,
    int binning,
    Optional<Roi> roi,
    int count,
    Optional<String> filter,
    String object) {

  /** Longer than any shutter stays open; a camera's own limit is checked by the device host. */
  private static final double MAX_SECONDS = 86_400;

  private static final int MAX_COUNT = 1000;
  private static final int MAX_BINNING = 64;
  private static final int MAX_PIXELS = 1_000_000;

  /** The words of clients; {@code expose} and {@code auto} are what older ones send for light. */
  private static final Map<String, FrameKind> KINDS =
      Map.of(
          "light", FrameKind.LIGHT,
          "expose", FrameKind.LIGHT,
          "auto", FrameKind.LIGHT,
          "bias", FrameKind.BIAS,
          "dark", FrameKind.DARK,
          "flat", FrameKind.FLAT);

  /** Reads and checks the parameters: time, image_type, bin, roi, count, filter, object. */
  static ExposurePlan of(JobRequest request) {
    Parameters params = new Parameters(request);
    double seconds = params.number("time", params.require("time"), 0, MAX_SECONDS, "s");
    FrameKind kind = kindIn(params);
    if (kind == FrameKind.BIAS && seconds > 0) {
      throw Parameters.refused("time is %s s; a bias frame has 0 s".formatted(seconds));
    }
    return new ExposurePlan(
        Duration.ofNanos(Math.round(seconds * 1e9)),
        kind,
        binningIn(params),
        params.text("roi").map(text -> roiIn(params, text)),
        params.integer("count", params.text("count").orElse("1"), 1, MAX_COUNT, "exposures"),
        params.text("filter"),
        params.text("object").or(() -> params.text("object_name")).orElse(""));
  }

  private static FrameKind kindIn(Parameters params) {
    String word = params.text("image_type").orElse("light").toLowerCase(Locale.ROOT);
    return Optional.ofNullable(KINDS.get(word))
        .orElseThrow(
            () ->
                Parameters.refused(
                    "image_type is '"
                        + Text.shortened(word)
                        + "'; known: light, bias, dark, flat"));
  }

  private static int binningIn(Parameters params) {
    String[] factors = params.text("bin").orElse("1").split("[,x ]+", -1);
    int binning = params.integer("bin", factors[0], 1, MAX_BINNING, "pixels");
    for (String factor : factors) {
      if (params.integer("bin", factor, 1, MAX_BINNING, "pixels") != binning) {
        throw Parameters.refused("bin is asymmetric; this hub bins alike in x and y");
      }
    }
    return binning;
  }

  private static Roi roiIn(Parameters params, String text) {
    String[] numbers = text.split(",", -1);
    if (numbers.length != 4) {
      throw Parameters.refused("roi is '%s'; write x,y,width,height in pixels".formatted(text));
    }
    return new Roi(
        params.integer("roi x", numbers[0], 0, MAX_PIXELS, "pixels"),
        params.integer("roi y", numbers[1], 0, MAX_PIXELS, "pixels"),
        params.integer("roi width", numbers[2], 1, MAX_PIXELS, "pixels"),
        params.integer("roi height", numbers[3], 1, MAX_PIXELS, "pixels"));
  }

  /** The same for a camera whose size is known. */
  ExposureRequest on(CameraDescription camera) {
    return new ExposureRequest(exposure, kind, binning, roi.orElseGet(() -> Roi.full(camera)));
  }

  /** How long {@code left} exposures keep the shutter open. */
  Duration remaining(int left) {
    return exposure.multipliedBy(left);
  }
}
