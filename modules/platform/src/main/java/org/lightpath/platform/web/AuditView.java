package org.lightpath.platform.web;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.lightpath.platform.audit.Act;
import org.lightpath.platform.audit.AuditEntry;
import org.lightpath.platform.audit.Verification;

/** The trail as admins see it. */
public final class AuditView {

  private AuditView() {}

  /**
   * Some entries.
   *
   * @param entries newest first
   * @param next cursor of the next page; null if there is none
   */
  @JsonbNillable(false)
  public record Page(List<Entry> entries, String next) {}

  /** One entry; members as in {@link Act} and {@link AuditEntry}. */
  public record Entry(
      long number,
      @JsonbProperty("done_at") long doneAtMillis,
      String subject,
      String action,
      String thing,
      String place,
      String address,
      int status,
      String trace,
      String hash) {}

  /**
   * The outcome of a check; members as in {@link Verification}.
   *
   * @param broken number of the first entry that is not as it was written; null if all are
   * @param reason what is wrong with it; null if nothing is
   */
  @JsonbNillable(false)
  public record Check(
      long from, long to, String hash, boolean complete, Long broken, String reason) {}

  static Page page(List<AuditEntry> found, int wanted) {
    List<Entry> entries = found.stream().limit(wanted).map(AuditView::of).toList();
    boolean more = found.size() > wanted;
    return new Page(entries, more ? String.valueOf(entries.get(wanted - 1).number()) : null);
  }

  private static Entry of(AuditEntry entry) {
    Act act = entry.act();
    return new Entry(
        entry.number(),
        act.at().toEpochMilli(),
        act.actor().subject(),
        act.action(),
        act.thing(),
        act.place(),
        act.actor().address(),
        act.status(),
        act.actor().trace(),
        entry.hash());
  }

  static Check of(Verification found) {
    return new Check(
        found.from(),
        found.to(),
        found.hash(),
        found.complete(),
        found.fault().map(Verification.Fault::number).orElse(null),
        found.fault().map(Verification.Fault::reason).orElse(null));
  }
}
