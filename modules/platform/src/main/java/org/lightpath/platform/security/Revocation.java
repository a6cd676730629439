package org.lightpath.platform.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** One proof that holds no more before its time, or all that a subject had until then. */
@Entity
@Table(name = "revocation")
@NamedQuery(
    name = "Revocation.since",
    query =
        "select r from Revocation r where r.revocationId >= :since and r.expiresAt > :now"
            + " order by r.revocationId")
@NamedQuery(
    name = "Revocation.count",
    query =
        "select count(r) from Revocation r where r.subject = :subject and r.expiresAt > :now"
            + " and r.proofId is not null")
@NamedQuery(
    name = "Revocation.dropProofs",
    query = "delete from Revocation r where r.subject = :subject and r.proofId is not null")
@NamedQuery(
    name = "Revocation.dropExpired",
    query = "delete from Revocation r where r.expiresAt <= :now")
public class Revocation {

  /** A ULID: what has a smaller serial was issued before. */
  @Id
  @Column(name = "revocation_id", length = 26)
  private String revocationId;

  @Column(nullable = false, length = 255)
  private String subject;

  @Column(name = "proof_id", length = 64)
  private String proofId;

  /** When all that it concerns has ended by itself. */
  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  /** For JPA. */
  protected Revocation() {}

  private Revocation(String id, String subject, String proofId, Instant expiresAt) {
    this.revocationId = id;
    this.subject = subject;
    this.proofId = proofId;
    this.expiresAt = expiresAt;
  }

  /** Of one proof: a token, a login with all its tokens, a key. */
  public static Revocation ofProof(String id, String subject, String proofId, Instant expiresAt) {
    return new Revocation(id, subject, proofId, expiresAt);
  }

  /** Of all that {@code subject} was issued before {@code id} was made. */
  public static Revocation ofSubject(String id, String subject, Instant expiresAt) {
    return new Revocation(id, subject, null, expiresAt);
  }

  /** Its own id. */
  public String id() {
    return revocationId;
  }

  /** Whose proof it is. */
  public String subject() {
    return subject;
  }

  /** The proof; empty: all that were issued before. */
  public Optional<String> proofId() {
    return Optional.ofNullable(proofId);
  }

  /** When it may be forgotten. */
  public Instant expiresAt() {
    return expiresAt;
  }
}
