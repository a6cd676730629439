package org.lightpath.database;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The databases that the hub runs on. Each is started once for all tests. */
public enum DatabaseKind {
  /** The embedded one, a file, with the options that the launcher gives it. */
  H2 {
    @Override
    TestDatabase start() throws IOException {
      Path folder = Files.createTempDirectory("lightpath-h2");
      folder.toFile().deleteOnExit();
      return new TestDatabase("jdbc:h2:file:" + folder.resolve("lightpath") + H2_OPTIONS, "sa");
    }
  },

  /** A real server. */
  POSTGRESQL {
    @Override
    TestDatabase start() throws IOException {
      EmbeddedPostgres server = EmbeddedPostgres.builder().start();
      return new TestDatabase(server.getJdbcUrl("postgres", "postgres"), "postgres");
    }
  };

  private static final String H2_OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";

  private Optional<TestDatabase> started = Optional.empty();
  private String fault = "";

  abstract TestDatabase start() throws IOException;

  /** The database, migrated and without rows; skips the test if it cannot run on this machine. */
  public synchronized TestDatabase database() {
    if (started.isEmpty() && fault.isEmpty()) {
      startOnce();
    }
    Assumptions.assumeTrue(started.isPresent(), fault);
    started.get().empty();
    return started.get();
  }

  private void startOnce() {
    try {
      started = Optional.of(start());
    } catch (IOException | IllegalStateException e) {
      if (!mayBeAbsent()) {
        throw new IllegalStateException("cannot start " + this, e);
      }
      fault = this + " has no binaries for this machine: " + e;
    }
  }
}
