package org.lightpath.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes the oldest entries and says so in the trail itself, with the hash of the last one that it
 * has deleted: from there on the rest can still be verified. Thread-safe.
 */
@ApplicationScoped
public class Retention {

  /** The action of the entry that tells of a deletion. */
  static final String ACTION = "audit.shorten";

  /** Entries that one transaction deletes at most. */
  private static final long BATCH = 10_000;

  private AuditLog log;
  private Clock clock;
  private Duration keep = Duration.ZERO;
  private long maxEntries;

  /** For the CDI proxy. */
  protected Retention() {}

  /**
   * Deletes what is older than {@code keep} and what exceeds {@code maxEntries}.
   *
   * @throws IllegalArgumentException if that is less than a day or less than 1000 entries
   */
  @Inject
  public Retention(
      AuditLog log,
      Clock clock,
      @ConfigProperty(name = "lightpath.audit.keep", defaultValue = "P400D") Duration keep,
      @ConfigProperty(name = "lightpath.audit.max-entries", defaultValue = "10000000")
          long maxEntries) {
    this.log = log;
    this.clock = clock;
    this.keep = keep;
    this.maxEntries = maxEntries;
    if (keep.compareTo(Duration.ofDays(1)) < 0 || maxEntries < 1000) {
      throw new IllegalArgumentException(
          "lightpath.audit.keep=%s and lightpath.audit.max-entries=%d: at least P1D and 1000"
              .formatted(keep, maxEntries));
    }
  }

  /** Deletes one batch; whether another one may be waiting. */
  @Transactional
  public boolean shorten() {
    AuditHead head = log.lockHead();
    long youngEnough = log.oldestSince(clock.instant().minus(keep)).orElse(head.number() + 1);
    long due = Math.max(youngEnough - 1, head.number() - maxEntries);
    long last = Math.min(due, head.anchorNumber() + BATCH);
    if (last <= head.anchorNumber()) {
      return false;
    }
    AuditEntry newestDeleted =
        log.after(last - 1, 1).stream()
            .filter(entry -> entry.number() == last)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "entry %d of the audit trail is missing: it is not shortened"
                            .formatted(last)));
    head.anchorAt(newestDeleted);
    Act told =
        new Act(clock.instant(), ACTION, thing(last, newestDeleted.hash()), "", Actor.hub(), 0);
    log.add(List.of(head.next(told)));
    log.deleteUpTo(last);
    return last < due;
  }

  static String thing(long number, String hash) {
    return "entries up to %d, whose hash is %s".formatted(number, hash);
  }
}
