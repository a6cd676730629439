package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import org.lightpath.platform.audit.Audit;
import org.lightpath.platform.preferences.PreferenceStore;

/**
 * Stores changes of users and keys, each together with its entry in the audit trail or not at all.
 * Thread-safe; every method is one transaction. What a change ends is revoked after it: revoked
 * before the commit, a login in between would still bring what the change takes away.
 */
@ApplicationScoped
@Transactional
public class RecordedChanges {

  private Users users;
  private ApiKeyStore keys;
  private PreferenceStore preferences;
  private Audit audit;

  /** For the CDI proxy. */
  protected RecordedChanges() {}

  /** Changes in {@code users} and {@code keys}; with a user go his {@code preferences}. */
  @Inject
  public RecordedChanges(Users users, ApiKeyStore keys, PreferenceStore preferences, Audit audit) {
    this.users = users;
    this.keys = keys;
    this.preferences = preferences;
    this.audit = audit;
  }

  /** Errors as {@link Users#add}. */
  public void addUser(User user) {
    users.add(user);
    audit.done("user.add", user.name());
  }

  /** Errors as {@link Users#changePassword}. */
  public void changePassword(String name, String passwordHash) {
    users.changePassword(name, passwordHash);
    audit.done("user.password", name);
  }

  /** Errors as {@link Users#changeGrants}. */
  public User changeGrants(String name, Set<Grant> grants) {
    User user = users.changeGrants(name, grants);
    audit.done("user.roles", name);
    return user;
  }

  /** Errors as {@link Users#remove}. */
  public void removeUser(String name) {
    users.remove(name);
    preferences.drop(name);
    audit.done("user.remove", name);
  }

  /** Adds a key. */
  public void addKey(ApiKey key) {
    keys.add(key);
    audit.done("key.add", key.id());
  }

  /** Marks a key as revoked; false, and no entry, if there is none or it was. */
  public boolean revokeKey(String id, Instant now) {
    boolean revoked = keys.revoke(id, now);
    if (revoked) {
      audit.done("key.revoke", id);
    }
    return revoked;
  }
}
