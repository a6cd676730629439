package org.lightpath.archive.image;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a header tells that images are searched by. A card that is missing or cannot be read leaves
 * its member empty.
 *
 * @param rightAscensionDegrees CRVAL1, else RAHRS as it stands
 * @param declinationDegrees CRVAL2, else DEC
 * @param captureDate DATE-OBS, milliseconds
 * @param altitudeDegrees ALTITUDE
 * @param azimuthDegrees AZIMUTH
 * @param airmass AIRMASS
 * @param exposureSeconds EXPTIME
 * @param filter FILTER, at most 80 characters
 * @param userName USERNAME, at most 255 characters
 * @param userId USERID, at most 255 characters
 */
public record ImageMetadata(
    OptionalDouble rightAscensionDegrees,
    OptionalDouble declinationDegrees,
    Optional<Instant> captureDate,
    OptionalDouble altitudeDegrees,
    OptionalDouble azimuthDegrees,
    OptionalDouble airmass,
    OptionalDouble exposureSeconds,
    Optional<String> filter,
    Optional<String> userName,
    Optional<String> userId) {

  private static final int FILTER_LENGTH = 80;
  private static final int USER_LENGTH = 255;

  /** What {@code header}, read by {@link HeaderReader}, tells. */
  public static ImageMetadata of(Map<String, String> header) {
    return new ImageMetadata(
        number(header, "CRVAL1", "RAHRS"),
        number(header, "CRVAL2", "DEC"),
        FitsDate.parse(header.getOrDefault("DATE-OBS", "")),
        number(header, "ALTITUDE"),
        number(header, "AZIMUTH"),
        number(header, "AIRMASS"),
        number(header, "EXPTIME"),
        text(header, "FILTER", FILTER_LENGTH),
        text(header, "USERNAME", USER_LENGTH),
        text(header, "USERID", USER_LENGTH));
  }

  private static OptionalDouble number(Map<String, String> header, String... keywords) {
    for (String keyword : keywords) {
      Optional<Double> number = FitsNumber.parse(header.getOrDefault(keyword, ""));
      if (number.isPresent()) {
        return OptionalDouble.of(number.get());
      }
    }
    return OptionalDouble.empty();
  }

  private static Optional<String> text(Map<String, String> header, String keyword, int length) {
    String value = header.getOrDefault(keyword, "").strip();
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(value.substring(0, Math.min(length, value.length())));
  }
}
