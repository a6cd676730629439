package org.lightpath.platform.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** One row of the trail. Never changed; deleted only from the oldest on, by retention. */
@Entity
@Table(name = "audit_entry")
@NamedQuery(
    name = "AuditEntry.after",
    query = "select e from AuditEntry e where e.number > :number order by e.number")
@NamedQuery(
    name = "AuditEntry.newestOf",
    query = "select e from AuditEntry e where e.action = :action order by e.number desc")
@NamedQuery(
    name = "AuditEntry.oldestSince",
    query = "select min(e.number) from AuditEntry e where e.doneAt >= :time")
@NamedQuery(
    name = "AuditEntry.deleteUpTo",
    query = "delete from AuditEntry e where e.number <= :number")
public class AuditEntry {

  /** What the first row names as the hash of the one before. */
  static final String NO_HASH = "0".repeat(64);

  @Id private long number;

  @Column(name = "done_at", nullable = false)
  private Instant doneAt;

  @Column(nullable = false)
  private String action;

  @Column(nullable = false)
  private String thing;

  @Column(nullable = false)
  private String place;

  @Column(nullable = false)
  private String subject;

  @Column(nullable = false)
  private String address;

  @Column(nullable = false)
  private int status;

  @Column(nullable = false)
  private String trace;

  @Column(name = "previous_hash", nullable = false)
  private String previousHash;

  @Column(nullable = false)
  private String hash;

  /** For JPA. */
  protected AuditEntry() {}

  /** The row of {@code act} after the one with the hash {@code previousHash}. */
  AuditEntry(long number, Act act, String previousHash) {
    this.number = number;
    this.doneAt = act.at();
    this.action = act.action();
    this.thing = act.thing();
    this.place = act.place();
    this.subject = act.actor().subject();
    this.address = act.actor().address();
    this.status = act.status();
    this.trace = act.actor().trace();
    this.previousHash = previousHash;
    this.hash = computeHash();
  }

  /**
   * SHA-256, in hexadecimal, of the row's members but the last, each in UTF-8 as a netstring (D. J.
   * Bernstein 1997): {@code 5:saf-1,}. Where one member ends is thereby part of what is hashed.
   */
  final String computeHash() {
    StringBuilder text = new StringBuilder();
    for (Object member :
        List.of(
            number,
            doneAt.toEpochMilli(),
            action,
            thing,
            place,
            subject,
            address,
            status,
            trace,
            previousHash)) {
      String value = member.toString();
      int bytes = value.getBytes(StandardCharsets.UTF_8).length;
      text.append(bytes).append(':').append(value).append(',');
    }
    try {
      byte[] canonical = text.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Position in the trail; the first is 1. */
  public long number() {
    return number;
  }

  /** What was done. */
  public Act act() {
    Actor actor = new Actor(subject, address, trace);
    return new Act(doneAt, action, thing, place, actor, status);
  }

  /** The hash of the row before. */
  public String previousHash() {
    return previousHash;
  }

  /** The hash that was stored with the row. */
  public String hash() {
    return hash;
  }
}
