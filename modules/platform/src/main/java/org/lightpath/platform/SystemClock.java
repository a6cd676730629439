package org.lightpath.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock that everything asks: UTC, in milliseconds, which is what the database keeps. Set the
 * system property {@code lightpath.test.clock-file} to a path, and it is ahead by the seconds that
 * stand in that file.
 */
@ApplicationScoped
class SystemClock {

  private static final String FILE = System.getProperty("lightpath.test.clock-file", "");

  @Produces
  Clock clock() {
    Clock utc = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    return FILE.isEmpty() ? utc : new Stepped(utc, Path.of(FILE));
  }

  /** Jumps when somebody writes the file; for tests. */
  private static final class Stepped extends Clock {

    private final Clock utc;
    private final Path file;

    Stepped(Clock utc, Path file) {
      this.utc = utc;
      this.file = file;
    }

    @Override
    public Instant instant() {
      try {
        return utc.instant().plusSeconds(Long.parseLong(Files.readString(file).strip()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public ZoneId getZone() {
      return utc.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new Stepped(utc.withZone(zone), file);
    }
  }
}
