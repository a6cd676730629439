package org.lightpath.archive;

import java.time.Instant;
import java.util.List;
import org.lightpath.platform.ObjectKey;

/**
 * The files that are on their way in: noted before the first byte is stored, struck off once they
 * are recorded and have their previews. What stands here after a crash was not finished. Each
 * method is a transaction, or part of the caller's.
 */
public interface Intents {

  /** Notes that the object is on its way. */
  void begin(ObjectKey key);

  /** Strikes it off. */
  void end(ObjectKey key);

  /** Everything that is noted. */
  List<ObjectKey> all();

  /** Those that were noted before {@code time}. */
  List<ObjectKey> begunBefore(Instant time);
}
