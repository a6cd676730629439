package org.lightpath.device.host.fits;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.Frame;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.device.spi.MountStatus;
import org.lightpath.device.spi.Roi;
import org.lightpath.platform.Site;
import org.lightpath.platform.SiteCode;

/** Exposures for the tests. */
final class SampleExposure {

  static final Instant OPENED = Instant.parse("2026-02-14T03:04:05.678Z");
  static final CameraDescription CAMERA =
      new CameraDescription(
          "Twin QHY-600 'short'",
          300,
          200,
          4,
          3.76,
          Duration.ofMillis(1),
          Duration.ofHours(1),
          0.8,
          2.5,
          65000,
          0.75,
          30,
          false,
          true);
  static final Site SITE =
      new Site(
          new SiteCode("saf"),
          "Apache Ridge Observatory",
          35.5543,
          -105.8703,
          2194.1,
          ZoneId.of("America/Denver"),
          5,
          780,
          Optional.empty());

  private SampleExposure() {}

  /** A light frame of the whole sensor with everything known. */
  static ExposureHeader light(Frame frame) {
    return of(frame, FrameKind.LIGHT, "M 13", "Ann", "auth0|u1");
  }

  /** A frame of any kind with everything known. */
  static ExposureHeader of(Frame frame, FrameKind kind, String object, String user, String id) {
    return new ExposureHeader(
        SITE,
        new ExposureHeader.Camera(
            "camera1",
            CAMERA,
            new ExposureRequest(Duration.ofSeconds(10), kind, 1, Roi.full(CAMERA))),
        frame,
        new ExposureHeader.Conditions(
            Optional.of(new MountStatus(250.4226, 36.4602, 60, 123.25, true, false, false)),
            OptionalInt.of(5012),
            OptionalDouble.of(7.25),
            OptionalDouble.of(-10.1),
            Optional.of("rp")),
        new ExposureHeader.Observation(Optional.of(object), user, id),
        new ExposureHeader.Origin(
            "saf-camera1-20260213-00000001",
            "01DZVY846T52P6P3JWAJNJMJ1Z",
            Optional.of("4bf92f3577b34da6a3ce929d0e0e4736"),
            "0.1.0"));
  }

  /** Sky of 1000 ADU with a noise of 20 ADU, one pixel at either end of the range. */
  static Frame sky(int width, int height) {
    Random random = new Random(7);
    short[] pixels = new short[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (short) Math.round(1000 + 20 * random.nextGaussian());
    }
    pixels[0] = 0;
    pixels[pixels.length - 1] = (short) 65535;
    return frame(pixels, width, height);
  }

  /** Every value from 0 to 65535 with the same chance: the worst that can be compressed. */
  static Frame noise(int width, int height) {
    Random random = new Random(8);
    short[] pixels = new short[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (short) random.nextInt();
    }
    return frame(pixels, width, height);
  }

  /** Rows of one value, of steps, of a ramp and of both ends in turn. */
  static Frame pattern(int width, int height) {
    short[] pixels = new short[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int value =
            switch (y % 4) {
              case 0 -> 40_000;
              case 1 -> x / 40 * 9_001;
              case 2 -> x * 211;
              default -> x % 2 * 65_535;
            };
        pixels[y * width + x] = (short) value;
      }
    }
    return frame(pixels, width, height);
  }

  static Frame frame(short[] pixels, int width, int height) {
    return new Frame(pixels, width, height, OPENED, Duration.ofMillis(10_003));
  }
}
