package org.lightpath.platform.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;

/** Somebody with a password kept here. */
@Entity
@Table(name = "hub_user")
@NamedQuery(
    name = "User.after",
    query = "select u from User u where u.name > :after order by u.name")
@NamedQuery(
    name = "User.admins", // Grant.join puts the role that holds everywhere first
    query =
        "select u from User u where u.grants = 'admin' or u.grants like 'admin,%' order by u.name")
public class User {

  @Id
  @Column(length = 64)
  private String name;

  /** Salted slow hash; says its own algorithm and cost. */
  @Column(name = "password_hash", nullable = false, length = 255)
  private String passwordHash;

  /** As {@link Grant#join} words them. */
  @Column(nullable = false, length = 4000)
  private String grants;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  /** For JPA. */
  protected User() {}

  /** A new user. */
  public User(String name, String passwordHash, Set<Grant> grants, Instant createdAt) {
    this.name = name;
    this.passwordHash = passwordHash;
    this.grants = Grant.join(grants);
    this.createdAt = createdAt;
  }

  /** Name at login. */
  public String name() {
    return name;
  }

  /** The stored hash. */
  public String passwordHash() {
    return passwordHash;
  }

  /** Another password from now on. */
  public void changePassword(String newPasswordHash) {
    passwordHash = newPasswordHash;
  }

  /** Other roles from now on. */
  public void changeGrants(Set<Grant> newGrants) {
    grants = Grant.join(newGrants);
  }

  /** What this user may be, and where. */
  public Set<Grant> grants() {
    return Grant.parseAll(grants);
  }

  /** Since when there is this user. */
  public Instant createdAt() {
    return createdAt;
  }
}
