package org.lightpath.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * Acts that are done and not in the trail yet. Stored many at a time, they cost the hot routes
 * little; a crash loses those of the last moments. Bounded: while it is full, whoever comes stores
 * them himself before he may act. Thread-safe.
 */
@ApplicationScoped
public class AuditQueue {

  private static final Logger LOG = System.getLogger(AuditQueue.class.getName());
  private static final int CAPACITY = 10_000;

  /** One insert costs little more than the lock and the commit around it. */
  private static final int BATCH = 500;

  private final BlockingQueue<Act> waiting;

  /** Those that are being stored; not empty if the database refused them. */
  private final List<Act> taken = new ArrayList<>();

  private Audit audit;

  /** For the CDI proxy. */
  protected AuditQueue() {
    waiting = new ArrayBlockingQueue<>(1);
  }

  /** Acts on their way to {@code audit}. */
  @Inject
  public AuditQueue(Audit audit) {
    this(audit, CAPACITY);
  }

  AuditQueue(Audit audit, int capacity) {
    this.audit = audit;
    this.waiting = new ArrayBlockingQueue<>(capacity);
  }

  /** Returns when there is room; UNAVAILABLE if there is none and the database takes nothing. */
  public void makeRoom() {
    try {
      while (waiting.remainingCapacity() == 0) {
        storeBatch();
      }
    } catch (RuntimeException e) {
      throw new LightpathException(
          ErrorCode.UNAVAILABLE, "the audit trail takes nothing now; try again in a minute", e);
    }
  }

  /** Takes what was done. */
  public void note(Act act) {
    if (waiting.offer(act)) {
      return;
    }
    try {
      audit.append(List.of(act));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "done, and not in the audit trail: " + act, e);
    }
  }

  /** Stores all that waits, in its order; what the database does not take goes on waiting. */
  public void store() {
    while (storeBatch()) {
      // until nothing waits
    }
  }

  /** Whether there was anything to store. */
  private synchronized boolean storeBatch() {
    if (taken.isEmpty()) {
      waiting.drainTo(taken, BATCH);
    }
    if (taken.isEmpty()) {
      return false;
    }
    audit.append(taken);
    taken.clear();
    return true;
  }
}
