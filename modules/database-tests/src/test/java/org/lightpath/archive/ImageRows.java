package org.lightpath.archive;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.lightpath.archive.image.ImageMetadata;

/** Makes image records for the tests of the tables. */
public final class ImageRows {

  private final ImageRecord image;
  private final Map<String, String> header = new HashMap<>();
  private boolean preview = true;

  private ImageRows(ImageRecord image) {
    this.image = image;
  }

  /** One with a preview, of the site that begins {@code baseName}; M 13 at epoch J2000. */
  public static ImageRows image(long id, String baseName, Instant captureDate) {
    String site = baseName.substring(0, baseName.indexOf('-'));
    ImageRows rows = new ImageRows(new ImageRecord(id, baseName, site, "EX", captureDate));
    rows.header.put("CRVAL1", "250.4226");
    rows.header.put("SITEID", site);
    rows.header.put("ORIGNAME", baseName + "-EX00.fits");
    rows.header.put("SSTKNUM", "3");
    return rows;
  }

  /** Whose header names that user. */
  public ImageRows ofUser(String userId) {
    header.put("USERID", userId);
    return this;
  }

  /** Which has no preview yet. */
  public ImageRows withoutPreview() {
    preview = false;
    return this;
  }

  /** The record. */
  public ImageRecord get() {
    image.describe(
        SkyFacts.of(ImageMetadata.of(header)), FileFacts.of(header), image.captureDate());
    if (preview) {
      image.hold(Variant.JPG_MEDIUM);
    }
    return image;
  }

  /** Notes that a file of the image is stored. */
  public static void hold(ImageRecord image, Variant variant) {
    image.hold(variant);
  }
}
