package org.lightpath.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;

/** Adds to the trail and looks things up in it. Thread-safe. */
@ApplicationScoped
@Transactional
public class Audit {

  private AuditLog log;
  private CurrentActor current;
  private Clock clock;

  /** For the CDI proxy. */
  protected Audit() {}

  /** A trail in {@code log} of what {@code current} does. */
  @Inject
  public Audit(AuditLog log, CurrentActor current, Clock clock) {
    this.log = log;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Adds what the caller is about to commit, in the caller's transaction: act and entry are stored
   * together or not at all. Until that transaction ends nobody else can add, so this comes last in
   * it.
   *
   * @param action what is done, for example {@code user.add}
   * @param thing to what, for example the user's name; never a secret
   */
  public void done(String action, String thing) {
    append(List.of(new Act(clock.instant(), action, thing, "", current.actor(), 0)));
    current.record();
  }

  /** Adds acts in their order, in the caller's transaction. */
  public void append(List<Act> acts) {
    AuditHead head = log.lockHead();
    log.add(acts.stream().map(head::next).toList());
  }

  /** At most {@code limit} entries that fit, newest first. */
  public List<AuditEntry> find(AuditLog.Filter filter, int limit) {
    return log.find(filter, limit);
  }

  /** Checks at most {@code limit} entries behind {@code number}; 0 is the begin of the trail. */
  @Transactional(TxType.NOT_SUPPORTED) // one transaction would hold every row in memory
  public Verification verify(long number, int limit) {
    return Verification.of(log, number, limit);
  }
}
