package org.lightpath.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored trail. */
public interface AuditLog {

  /**
   * What to look for; what is empty does not narrow.
   *
   * @param subject exactly this subject
   * @param action exactly this action
   * @param from at this time or later
   * @param to before this time
   * @param below entries with a lower number only
   */
  record Filter(
      Optional<String> subject,
      Optional<String> action,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<Long> below) {}

  /** Begin and end as they are now. */
  AuditHead head();

  /** Begin and end; nobody else adds until the caller's transaction has ended. */
  AuditHead lockHead();

  /** Stores entries that {@code lockHead().next} has made, and the head. */
  void add(List<AuditEntry> entries);

  /** At most {@code limit} entries with a number above that, ascending. */
  List<AuditEntry> after(long number, int limit);

  /** At most {@code limit} entries that fit, newest first. */
  List<AuditEntry> find(Filter filter, int limit);

  /** The newest entry of that action. */
  Optional<AuditEntry> newestOf(String action);

  /** The lowest number of an entry of that time or later. */
  Optional<Long> oldestSince(Instant time);

  /** Deletes the entries up to that number. */
  void deleteUpTo(long number);
}
