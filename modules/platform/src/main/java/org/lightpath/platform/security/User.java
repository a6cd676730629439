package org.lightpath.platform.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Somebody with a password kept here. */
@Entity
@Table(name = "hub_user")
public class User {

  @Id
  @Column(length = 64)
  private String name;

  /** Salted slow hash; says its own algorithm and cost. */
  @Column(name = "password_hash", nullable = false, length = 255)
  private String passwordHash;

  /** Wire names, separated by commas. */
  @Column(nullable = false, length = 255)
  private String roles;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  /** For JPA. */
  protected User() {}

  /** A new user. */
  public User(String name, String passwordHash, Set<Role> roles, Instant createdAt) {
    this.name = name;
    this.passwordHash = passwordHash;
    this.roles = roles.stream().map(Role::wireName).sorted().collect(Collectors.joining(","));
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

  /** What this user is. */
  public Set<Role> roles() {
    return Arrays.stream(roles.split(","))
        .flatMap(r -> Role.ofWireName(r).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Since when there is this user. */
  public Instant createdAt() {
    return createdAt;
  }
}
