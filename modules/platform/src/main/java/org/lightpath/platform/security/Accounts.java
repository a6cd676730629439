package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * Adds, changes and removes local users. A change ends everything that its user was issued before:
 * no request and no socket has it for more than a second. Thread-safe.
 */
@ApplicationScoped
public class Accounts {

  private Users users;
  private RecordedChanges changes;
  private Login login;
  private TokenService tokens;

  /** For the CDI proxy. */
  protected Accounts() {}

  /** The users in {@code users}, with passwords that {@code login} checks. */
  @Inject
  public Accounts(Users users, RecordedChanges changes, Login login, TokenService tokens) {
    this.users = users;
    this.changes = changes;
    this.login = login;
    this.tokens = tokens;
  }

  /** At most {@code limit} users whose names come after {@code after}; empty text: the first. */
  public List<User> list(String after, int limit) {
    return users.after(after, limit);
  }

  /** A new user. INVALID_ARGUMENT for what cannot be, CONFLICT if the name is taken. */
  public User add(String name, String password, Set<Grant> grants) {
    Grant.check(grants);
    User user = login.add(name, password, grants);
    // Who had the name before, or a tutorial's user of that name, is somebody else.
    tokens.revokeAll(name);
    return user;
  }

  /** Removes a user. NOT_FOUND; CONFLICT if no admin would be left. */
  public void remove(String name) {
    try {
      changes.removeUser(name);
    } catch (LightpathException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        tokens.revokeAll(name); // an earlier call may have been cut off before it came to this
      }
      throw e;
    }
    tokens.revokeAll(name);
  }

  /** Another password. NOT_FOUND, INVALID_ARGUMENT. */
  public void changePassword(String name, String password) {
    login.changePassword(name, password);
    tokens.revokeAll(name);
  }

  /** Other roles. NOT_FOUND, INVALID_ARGUMENT; CONFLICT if no admin would be left. */
  public User changeRoles(String name, Set<Grant> grants) {
    Grant.check(grants);
    User user = changes.changeGrants(name, grants);
    tokens.revokeAll(name);
    return user;
  }
}
