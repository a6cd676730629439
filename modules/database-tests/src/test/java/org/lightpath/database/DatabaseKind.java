package org.lightpath.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The databases that the hub runs on. Each is started once for all tests of this process. */
public enum DatabaseKind {
  /** The embedded one: a file, with the options that the launcher gives it. */
  H2 {
    @Override
    TestDatabase start() throws IOException {
      Path below = Files.createDirectories(Path.of("target", "h2").toAbsolutePath());
      Path file = Files.createTempDirectory(below, "data").resolve("lightpath");
      return new TestDatabase("jdbc:h2:file:" + file + H2_OPTIONS, "sa");
    }
  },

  /** A real server, from binaries that the build brings. */
  POSTGRESQL {
    @Override
    TestDatabase start() throws IOException {
      EmbeddedPostgres server = EmbeddedPostgres.builder().start();
      return new TestDatabase(server.getJdbcUrl("postgres", "postgres"), "postgres");
    }

    @Override
    boolean runsHere() {
      return System.getProperty("os.name").equals("Linux")
          && System.getProperty("os.arch").equals("amd64");
    }
  };

  private static final Logger LOG = System.getLogger(DatabaseKind.class.getName());

  private static final String H2_OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
          + ";DB_CLOSE_ON_EXIT=FALSE";

  private Optional<TestDatabase> started = Optional.empty();

  abstract TestDatabase start() throws IOException;

  boolean runsHere() {
    return true;
  }

  /** The database, migrated and without rows; skips the test where it cannot run. */
  public synchronized TestDatabase empty() {
    if (!runsHere()) {
      LOG.log(Level.WARNING, "SKIPPED: the build has no binaries of {0} for this machine", this);
      Assumptions.abort("the build has no binaries of " + this + " for this machine");
    }
    TestDatabase database = started.orElseGet(this::startNow);
    database.empty();
    return database;
  }

  private TestDatabase startNow() {
    try {
      TestDatabase database = start();
      started = Optional.of(database);
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + this, e);
    }
  }
}
