package org.lightpath.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lightpath.archive.image.ImageMetadata;

/**
 * What a header says of sky, exposure and user; a member is null if its card is missing or cannot
 * be read. Angles in degrees, exposure in seconds.
 */
@Embeddable
public class SkyFacts {

  @Column(name = "right_ascension")
  private Double rightAscension;

  @Column(name = "declination")
  private Double declination;

  @Column(name = "altitude")
  private Double altitude;

  @Column(name = "azimuth")
  private Double azimuth;

  @Column(name = "airmass")
  private Double airmass;

  @Column(name = "exposure_time")
  private Double exposureSeconds;

  @Column(name = "filter_used", length = 80)
  private String filter;

  @Column(name = "username", length = 255)
  private String userName;

  @Column(name = "user_id", length = 255)
  private String userId;

  /** Nothing known; also for JPA. */
  protected SkyFacts() {}

  /** What {@code metadata} says. */
  static SkyFacts of(ImageMetadata metadata) {
    SkyFacts facts = new SkyFacts();
    facts.rightAscension = boxed(metadata.rightAscensionDegrees());
    facts.declination = boxed(metadata.declinationDegrees());
    facts.altitude = boxed(metadata.altitudeDegrees());
    facts.azimuth = boxed(metadata.azimuthDegrees());
    facts.airmass = boxed(metadata.airmass());
    facts.exposureSeconds = boxed(metadata.exposureSeconds());
    facts.filter = metadata.filter().orElse(null);
    facts.userName = metadata.userName().orElse(null);
    facts.userId = metadata.userId().orElse(null);
    return facts;
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** Right ascension, degrees. */
  public Optional<Double> rightAscension() {
    return Optional.ofNullable(rightAscension);
  }

  /** Declination, degrees. */
  public Optional<Double> declination() {
    return Optional.ofNullable(declination);
  }

  /** Altitude above the horizon, degrees. */
  public Optional<Double> altitude() {
    return Optional.ofNullable(altitude);
  }

  /** Azimuth from north through east, degrees. */
  public Optional<Double> azimuth() {
    return Optional.ofNullable(azimuth);
  }

  /** Airmass. */
  public Optional<Double> airmass() {
    return Optional.ofNullable(airmass);
  }

  /** Exposure, seconds. */
  public Optional<Double> exposureSeconds() {
    return Optional.ofNullable(exposureSeconds);
  }

  /** Name of the filter. */
  public Optional<String> filter() {
    return Optional.ofNullable(filter);
  }

  /** Name of the user for people. */
  public Optional<String> userName() {
    return Optional.ofNullable(userName);
  }

  /** Id of the user. */
  public Optional<String> userId() {
    return Optional.ofNullable(userId);
  }
}
