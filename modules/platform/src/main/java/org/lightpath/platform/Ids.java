package org.lightpath.platform;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Makes ids: ULIDs, strictly ascending within this process. Thread-safe. */
@ApplicationScoped
public class Ids {

  private UlidFactory factory = UlidFactory.newMonotonicInstance();
  private Clock clock = Clock.systemUTC();

  /** Milliseconds since 1970. */
  private final AtomicLong newest = new AtomicLong();

  /** For the CDI proxy. */
  protected Ids() {}

  /** Ids whose time part is read from {@code clock}. */
  @Inject
  public Ids(Clock clock) {
    this.clock = clock;
    this.factory = UlidFactory.newMonotonicInstance();
  }

  /** A new ULID: 26 Crockford characters, milliseconds first. */
  public String next() {
    // The factory follows a clock that is set back by more than 10 s; ours never goes back.
    return factory.create(newest.accumulateAndGet(clock.millis(), Math::max)).toString();
  }

  /** Milliseconds since 1970 in the time part of {@code ulid}. */
  public static long millisOf(String ulid) {
    return Ulid.from(ulid).getTime();
  }

  /** The lowest id that can have been made at {@code time}, for searching from there on. */
  public static String lowestAt(Instant time) {
    return Ulid.min(Math.max(0, time.toEpochMilli())).toString();
  }
}
