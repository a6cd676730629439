package org.lightpath.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;

/**
 * One image: what its header says and which of its files are here. Made by the first file that
 * arrives, completed by those that follow in any order. The header itself is not part of it: {@link
 * Images#header}.
 */
@Entity
@Table(name = "image")
@NamedQuery(
    name = "ImageRecord.byBaseName",
    query = "select i from ImageRecord i where i.baseName = :baseName")
@NamedQuery(
    name = "ImageRecord.latest",
    query =
        "select i from ImageRecord i where i.site = :site and i.jpgMedium = true"
            + " order by i.captureDate desc, i.id desc")
@NamedQuery(
    name = "ImageRecord.latestOfUser",
    query =
        "select i from ImageRecord i where i.site = :site and i.jpgMedium = true"
            + " and i.sky.userId = :userId order by i.captureDate desc, i.id desc")
public class ImageRecord {

  /** A number, because clients of the original expect one; the base name identifies an image. */
  @Id
  @Column(name = "image_id")
  private long id;

  @Column(name = "base_filename", nullable = false, updatable = false, length = 120)
  private String baseName;

  @Column(nullable = false, updatable = false, length = 16)
  private String site;

  @Column(name = "data_type", nullable = false, length = 8)
  private String dataType;

  @Column(name = "capture_date", nullable = false)
  private Instant captureDate;

  @Embedded private SkyFacts sky = new SkyFacts();

  @Embedded private FileFacts file = new FileFacts();

  @Column(name = "fits_01_exists", nullable = false)
  private boolean fitsFull;

  @Column(name = "fits_10_exists", nullable = false)
  private boolean fitsSmall;

  @Column(name = "jpg_medium_exists", nullable = false)
  private boolean jpgMedium;

  @Column(name = "jpg_small_exists", nullable = false)
  private boolean jpgSmall;

  /** For JPA. */
  protected ImageRecord() {}

  /** A record without a header yet; {@code captureDate} holds until one arrives. */
  public ImageRecord(long id, String baseName, String site, String dataType, Instant captureDate) {
    this.id = id;
    this.baseName = baseName;
    this.site = site;
    this.dataType = dataType;
    this.captureDate = captureDate;
  }

  /** Takes over what a header says. */
  void describe(SkyFacts skyFacts, FileFacts fileFacts, Instant newCaptureDate) {
    sky = skyFacts;
    file = fileFacts;
    captureDate = newCaptureDate;
  }

  /** Notes that a file of the image is stored. */
  void hold(Variant variant) {
    switch (variant) {
      case FITS_FULL -> fitsFull = true;
      case FITS_SMALL -> fitsSmall = true;
      case JPG_MEDIUM -> jpgMedium = true;
      case JPG_SMALL -> jpgSmall = true;
      case OTHER -> {}
    }
  }

  /** Which files are stored. */
  public Map<Variant, Boolean> files() {
    return Map.of(
        Variant.FITS_FULL, fitsFull,
        Variant.FITS_SMALL, fitsSmall,
        Variant.JPG_MEDIUM, jpgMedium,
        Variant.JPG_SMALL, jpgSmall);
  }

  /** Database number. */
  public long id() {
    return id;
  }

  /** Base file name, unique. */
  public String baseName() {
    return baseName;
  }

  /** Site code. */
  public String site() {
    return site;
  }

  /** EX exposure, EF focus, EP experimental ... */
  public String dataType() {
    return dataType;
  }

  /** Shutter opening, or arrival while no header is here. */
  public Instant captureDate() {
    return captureDate;
  }

  /** What the header says of sky, time and user. */
  public SkyFacts sky() {
    // Where all of its columns are null the provider hands out no embeddable at all.
    return sky == null ? new SkyFacts() : sky;
  }

  /** What the header says of the site's own file. */
  public FileFacts file() {
    return file;
  }
}
