package org.lightpath.launcher.config;

import java.nio.file.Path;

/** The database of a hub that is told none: an H2 file below the data directory. */
public final class DefaultDatabase {

  /**
   * H2 as PostgreSQL-like as it gets; without WRITE_DELAY=0 a crash loses answered commits. The
   * script {@code server-config/server} holds the same address, and a test compares the two.
   */
  private static final String ADDRESS =
      "jdbc:h2:file:%s/db/lightpath;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
          + ";DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

  private DefaultDatabase() {}

  /** Its JDBC address. */
  public static String url(Path data) {
    return ADDRESS.formatted(data);
  }
}
