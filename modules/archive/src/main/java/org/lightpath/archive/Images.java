package org.lightpath.archive;

import java.util.List;
import java.util.Optional;
import org.lightpath.platform.SiteCode;

/** The records of the images. */
public interface Images {

  /** The image of that base name. */
  Optional<ImageRecord> find(String baseName);

  /** The image of that base name, locked until the transaction ends. */
  Optional<ImageRecord> lock(String baseName);

  /**
   * Adds a record. Fails, and with it the transaction, if another one has added a record of that
   * base name meanwhile: {@link Races} tries it again.
   */
  void add(ImageRecord image);

  /**
   * The FITS header of the image of that base name as JSON object of texts, empty text while none
   * has arrived; empty if there is no such image. Headers are kept apart from the records: at up to
   * 64 Ki characters each, a list of 10 000 images would not fit into the heap.
   */
  Optional<String> header(String baseName);

  /** Keeps the header of an image that has its record. */
  void keepHeader(ImageRecord image, String headerJson);

  /** A number for a new record. */
  long nextId();

  /** The newest images of a site that have a preview, newest first. */
  List<ImageRecord> latest(SiteCode site, Optional<String> userId, int limit);

  /**
   * The next image number of a camera, from 1; never the same one twice. Its transaction is its
   * own; the first ones of a camera may race: {@link Races}.
   */
  long nextNumber(SiteCode site, String camera);
}
