package org.lightpath.platform.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * Where the trail begins and ends: one row, which everybody who adds to the trail locks first. So
 * there is one order, however many hubs write.
 */
@Entity
@Table(name = "audit_head")
public class AuditHead {

  /** Of the only row. */
  public static final int ID = 1;

  @Id private int id;

  /** Number of the newest entry, 0 if there has never been one. */
  @Column(nullable = false)
  private long number;

  @Column(nullable = false)
  private String hash;

  /** Number of the newest entry that retention has deleted, 0 if there is none. */
  @Column(name = "anchor_number", nullable = false)
  private long anchorNumber;

  @Column(name = "anchor_hash", nullable = false)
  private String anchorHash;

  /** For JPA, and for a trail that nobody has written to. */
  protected AuditHead() {}

  /** The entry of {@code act} behind the newest, and the newest from now on. */
  AuditEntry next(Act act) {
    AuditEntry entry = new AuditEntry(number + 1, act, hash);
    number = entry.number();
    hash = entry.hash();
    return entry;
  }

  /** Lets the trail begin behind {@code oldest}. */
  void anchorAt(AuditEntry oldest) {
    anchorNumber = oldest.number();
    anchorHash = oldest.hash();
  }

  /** Number of the newest entry. */
  public long number() {
    return number;
  }

  /** Hash of the newest entry. */
  public String hash() {
    return hash;
  }

  /** Number of the entry behind which the trail begins. */
  public long anchorNumber() {
    return anchorNumber;
  }

  /** Hash of that entry. */
  public String anchorHash() {
    return anchorHash;
  }
}
