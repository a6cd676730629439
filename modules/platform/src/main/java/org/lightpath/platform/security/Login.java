package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/** Turns name and password into a caller. Thread-safe. */
@ApplicationScoped
public class Login {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@|-]{1,64}");
  private static final int MIN_PASSWORD = 8;
  private static final int MAX_PASSWORD = 256;

  /** OWASP Password Storage Cheat Sheet 2023: PBKDF2-HMAC-SHA256 with 600 000 iterations. */
  private static final Map<String, String> HASH =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
          "Pbkdf2PasswordHash.Iterations", "600000",
          "Pbkdf2PasswordHash.SaltSizeBytes", "32");

  private static final int MAX_VERIFYING = 8;

  private final Semaphore verifying = new Semaphore(MAX_VERIFYING);
  private Users users;
  private RecordedChanges changes;
  private Pbkdf2PasswordHash hash;
  private Profile profile;
  private LoginAttempts attempts;
  private Clock clock;

  /** For the CDI proxy. */
  protected Login() {}

  /** Login of the users in {@code users}, and in development of the tutorial's. */
  @Inject
  public Login(
      Users users,
      RecordedChanges changes,
      Pbkdf2PasswordHash hash,
      Profile profile,
      LoginAttempts attempts,
      Clock clock) {
    this.users = users;
    this.changes = changes;
    this.hash = hash;
    this.profile = profile;
    this.attempts = attempts;
    this.clock = clock;
    hash.initialize(HASH);
  }

  /**
   * Who that is; empty if name and password do not belong together. TOO_MANY after too many that
   * did not, see {@link LoginAttempts}.
   *
   * @param from network address of the caller
   */
  public Optional<Caller> check(String name, String password, InetAddress from) {
    if (!NAME.matcher(name).matches() || password.length() > MAX_PASSWORD) {
      return Optional.empty();
    }
    return attempts.attempt(name, from, () -> verified(name, password));
  }

  private Optional<Caller> verified(String name, String password) {
    Optional<User> user = users.find(name);
    if (user.isEmpty() && profile.isDevelopment()) {
      return tutorialUser(name, password);
    }
    // The same slow work for a name that does not exist: the answer's time tells nothing.
    String stored = user.map(User::passwordHash).orElseGet(() -> NoSuchUser.hash(hash));
    boolean holds = verify(password, stored);
    return holds ? user.map(Login::callerOf) : Optional.empty();
  }

  /**
   * The hash is slow on purpose: a few at once are enough, or a flood of logins is a flood of work.
   */
  private boolean verify(String password, String stored) {
    if (!verifying.tryAcquire()) {
      throw new LightpathException(
          ErrorCode.TOO_MANY, "too many logins at once; try again in a few seconds");
    }
    try {
      return hash.verify(password.toCharArray(), stored);
    } finally {
      verifying.release();
    }
  }

  private static Caller callerOf(User user) {
    return new Caller(user.name(), user.name(), user.grants());
  }

  /** Who that is now; empty if there is no such user, or no more. */
  public Optional<Caller> known(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    Optional<User> user = users.find(name);
    return user.isEmpty() && profile.isDevelopment()
        ? tutorialUser(name, name)
        : user.map(Login::callerOf);
  }

  /** Adds a local user; CONFLICT if the name is taken. */
  public User add(String name, String password, Set<Grant> grants) {
    if (!NAME.matcher(name).matches() || Caller.isReserved(name)) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "a user name is 1-64 letters, digits or ._@|-, and not 'anonymous'");
    }
    User user = new User(name, hashed(password), grants, clock.instant());
    changes.addUser(user);
    return user;
  }

  /** Another password for a local user; NOT_FOUND if there is none of that name. */
  public void changePassword(String name, String password) {
    changes.changePassword(name, hashed(password));
  }

  private String hashed(String password) {
    if (password.length() < MIN_PASSWORD || password.length() > MAX_PASSWORD) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "a password has %d to %d characters".formatted(MIN_PASSWORD, MAX_PASSWORD));
    }
    return hash.generate(password.toCharArray());
  }

  private static Optional<Caller> tutorialUser(String name, String password) {
    if (!name.equals(password) || Caller.isReserved(name)) {
      return Optional.empty();
    }
    return Optional.of(
        name.equals("admin")
            ? Caller.everywhere(name, name, Role.ADMIN)
            : Caller.everywhere(name, name, Role.OBSERVER, Role.SITE_AGENT, Role.PIPELINE));
  }

  private static final class NoSuchUser {

    private static String hash = "";

    static synchronized String hash(Pbkdf2PasswordHash algorithm) {
      if (hash.isEmpty()) {
        hash = algorithm.generate("nobody has this password".toCharArray());
      }
      return hash;
    }
  }
}
