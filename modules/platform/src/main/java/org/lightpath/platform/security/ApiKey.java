package org.lightpath.platform.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The proof of a machine: named, limited to its grants, revocable. Its secret is not kept. */
@Entity
@Table(name = "api_key")
@NamedQuery(
    name = "ApiKey.after",
    query = "select k from ApiKey k where k.keyId > :after order by k.keyId")
@NamedQuery(name = "ApiKey.count", query = "select count(k) from ApiKey k")
@NamedQuery(
    name = "ApiKey.revoke",
    query = "update ApiKey k set k.revokedAt = :now where k.keyId = :id and k.revokedAt is null")
@NamedQuery(
    name = "ApiKey.use",
    query = "update ApiKey k set k.lastUsedAt = :at where k.keyId = :id")
public class ApiKey {

  @Id
  @Column(name = "key_id", length = 26)
  private String keyId;

  @Column(nullable = false, updatable = false, length = 64)
  private String name;

  /** SHA-256 of the secret, hexadecimal: 256 random bits need no slow hash. */
  @Column(name = "secret_hash", nullable = false, updatable = false, length = 64)
  private String secretHash;

  /** As {@link Grant#join} words them. */
  @Column(nullable = false, updatable = false, length = 4000)
  private String grants;

  @Column(name = "created_by", nullable = false, updatable = false, length = 255)
  private String createdBy;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "expires_at", updatable = false)
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  /** For JPA. */
  protected ApiKey() {}

  /** A new key, never used. */
  ApiKey(String keyId, String secretHash, KeyOrder order, Instant createdAt) {
    this.keyId = keyId;
    this.secretHash = secretHash;
    this.name = order.name();
    this.grants = Grant.join(order.grants());
    this.createdBy = order.createdBy();
    this.expiresAt = order.expiresAt().orElse(null);
    this.createdAt = createdAt;
  }

  /** Its id, a ULID in lower case: the part of the key that may be shown. */
  public String id() {
    return keyId;
  }

  /** What it is called. */
  public String name() {
    return name;
  }

  String secretHash() {
    return secretHash;
  }

  /** What its bearer may be, and where. */
  public Set<Grant> grants() {
    return Grant.parseAll(grants);
  }

  /** Subject of who made it. */
  public String createdBy() {
    return createdBy;
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it ends; empty: never by itself. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /** When it was revoked; empty: it was not. */
  public Optional<Instant> revokedAt() {
    return Optional.ofNullable(revokedAt);
  }

  /** When it was last used, a minute exact; empty: never. */
  public Optional<Instant> lastUsedAt() {
    return Optional.ofNullable(lastUsedAt);
  }

  /** The caller that it proves. */
  Caller caller() {
    return new Caller(Caller.KEY_PREFIX + keyId, name, grants());
  }
}
