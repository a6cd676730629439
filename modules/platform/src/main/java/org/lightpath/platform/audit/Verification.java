package org.lightpath.platform.audit;

import java.util.List;
import java.util.Optional;

/**
 * What a check of the trail has found.
 *
 * @param from number of the first entry that was to be checked
 * @param to number of the last entry that is as it was written; below {@code from} if none is
 * @param hash hash of that entry; kept elsewhere, it shows later that not the whole was rewritten
 * @param complete whether {@code to} is the newest entry of the trail
 * @param fault the first entry that is not as it was written
 */
public record Verification(
    long from, long to, String hash, boolean complete, Optional<Fault> fault) {

  private static final int PAGE = 1000;

  /**
   * What is wrong, and where.
   *
   * @param number number of the entry
   * @param reason what is wrong with it
   */
  public record Fault(long number, String reason) {}

  /** Goes through {@code log} behind entry {@code after}, at most {@code limit} entries. */
  static Verification of(AuditLog log, long after, int limit) {
    AuditHead head = log.head();
    Walk walk = after <= head.anchorNumber() ? fromAnchor(log, head) : from(log, after);
    long from = walk.number + 1;
    long last = Math.min(head.number(), walk.number + limit);
    while (walk.fault.isEmpty() && walk.number < last) {
      walk.over(log.after(walk.number, (int) Math.min(PAGE, last - walk.number)));
    }
    boolean complete = walk.fault.isEmpty() && walk.number >= head.number();
    if (complete && walk.number == head.number() && !walk.hash.equals(head.hash())) {
      walk.fault = Optional.of(new Fault(walk.number, "is not the one that was written last"));
    }
    return new Verification(from, walk.number, walk.hash, complete, walk.fault);
  }

  /** The begin of the trail is where retention has left it, as the trail itself tells. */
  private static Walk fromAnchor(AuditLog log, AuditHead head) {
    Walk walk = new Walk(head.anchorNumber(), head.anchorHash());
    String told = log.newestOf(Retention.ACTION).map(e -> e.act().thing()).orElse("");
    String found =
        head.anchorNumber() == 0 ? "" : Retention.thing(head.anchorNumber(), head.anchorHash());
    if (!told.equals(found)) {
      walk.fault = Optional.of(new Fault(walk.number + 1, "lacks the entries before it"));
    }
    return walk;
  }

  private static Walk from(AuditLog log, long number) {
    List<AuditEntry> there = log.after(number - 1, 1);
    Walk walk = new Walk(number - 1, there.isEmpty() ? "" : there.get(0).previousHash());
    walk.over(there);
    return walk;
  }

  /** One pass, entry by entry. */
  private static final class Walk {

    private long number;
    private String hash;
    private Optional<Fault> fault = Optional.empty();

    Walk(long number, String hash) {
      this.number = number;
      this.hash = hash;
    }

    void over(List<AuditEntry> page) {
      if (page.isEmpty()) {
        fault = Optional.of(new Fault(number + 1, "is missing"));
      }
      for (AuditEntry entry : page) {
        fault = faultOf(entry);
        if (fault.isPresent()) {
          return;
        }
        number = entry.number();
        hash = entry.hash();
      }
    }

    private Optional<Fault> faultOf(AuditEntry entry) {
      if (entry.number() != number + 1) {
        return Optional.of(new Fault(number + 1, "is missing"));
      }
      if (!entry.hash().equals(entry.computeHash())) {
        return Optional.of(new Fault(entry.number(), "was changed"));
      }
      return entry.previousHash().equals(hash)
          ? Optional.empty()
          : Optional.of(new Fault(entry.number(), "does not follow the entry before"));
    }
  }
}
