package org.lightpath.platform;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Port to where files live: a directory here, S3 elsewhere. Thread-safe. */
public interface ObjectStore {

  /**
   * What is known of an object without reading it.
   *
   * @param bytes its length
   * @param etag strong entity tag, quoted; another one for other content
   * @param storedAt when it was stored
   */
  record Facts(long bytes, String etag, Instant storedAt) {}

  /**
   * Stores an object, whole or not at all; replaces one of that name. Returns when it is durable.
   *
   * @throws LightpathException NO_SPACE if the disk is full; whatever {@code content} throws passes
   *     through and nothing is kept
   */
  void put(ObjectKey key, ImageIntake.Content content);

  /** What is known of the object, empty if there is none. */
  Optional<Facts> find(ObjectKey key);

  /**
   * The bytes from {@code offset} to the end; the caller closes.
   *
   * @throws LightpathException NOT_FOUND if there is no such object
   */
  InputStream open(ObjectKey key, long offset) throws IOException;

  /** How much more it can take; {@link Long#MAX_VALUE} if nobody can say. */
  long freeBytes();
}
