package org.lightpath.platform.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** One login that may be refreshed: the row knows the hash of its newest refresh token alone. */
@Entity
@Table(name = "refresh_family")
@NamedQuery(
    name = "RefreshFamily.turn",
    query =
        "update RefreshFamily f set f.secretHash = :next"
            + " where f.familyId = :id and f.secretHash = :presented and f.expiresAt > :now")
@NamedQuery(
    name = "RefreshFamily.ofSubject",
    query =
        "select f from RefreshFamily f where f.subject = :subject"
            + " order by f.createdAt desc, f.familyId")
@NamedQuery(
    name = "RefreshFamily.dropOfSubject",
    query = "delete from RefreshFamily f where f.subject = :subject")
@NamedQuery(
    name = "RefreshFamily.drop",
    query = "delete from RefreshFamily f where f.familyId = :id")
@NamedQuery(
    name = "RefreshFamily.dropExpired",
    query = "delete from RefreshFamily f where f.expiresAt <= :now")
public class RefreshFamily {

  @Id
  @Column(name = "family_id", length = 32)
  private String familyId;

  @Column(nullable = false, updatable = false, length = 64)
  private String subject;

  /** SHA-256, hexadecimal. */
  @Column(name = "secret_hash", nullable = false, length = 64)
  private String secretHash;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "expires_at", nullable = false, updatable = false)
  private Instant expiresAt;

  /** For JPA. */
  protected RefreshFamily() {}

  /** A new login of {@code subject}. */
  public RefreshFamily(
      String familyId, String subject, String secretHash, Instant createdAt, Instant expiresAt) {
    this.familyId = familyId;
    this.subject = subject;
    this.secretHash = secretHash;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }

  /** Its id; the tokens of this login name it in the claim {@code sid}. */
  public String id() {
    return familyId;
  }

  /** Who logged in. */
  public String subject() {
    return subject;
  }

  /** The hash with which it began. */
  String secretHash() {
    return secretHash;
  }

  /** When it can be refreshed no more. */
  public Instant expiresAt() {
    return expiresAt;
  }
}
