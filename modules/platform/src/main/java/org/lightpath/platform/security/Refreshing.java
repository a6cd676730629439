package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * Refresh tokens (RFC 6749 section 6), as RFC 9700 section 4.14.2 wants them: each is used once and
 * brings the next one; whoever uses one again ends the login, and every token that came from it,
 * for one of the two who had it has stolen it. {@code lpr_<login>_<secret>}; only the SHA-256 of
 * the secret is kept. Thread-safe.
 */
@ApplicationScoped
public class Refreshing {

  /** A login and the refresh token that now stands for it. */
  public record Turn(String login, String subject, String refreshToken, Instant expiresAt) {

    /** Shows no secret. */
    @Override
    public String toString() {
      return "Turn[" + login + "]";
    }
  }

  static final int MAX_LOGINS_OF_SUBJECT = 100;
  private static final int LOGIN_BYTES = 16;
  private static final int SECRET_BYTES = 32;
  private static final Pattern FORM = Pattern.compile("lpr_([0-9a-f]{32})_([0-9a-f]{64})");

  private final SecureRandom random = new SecureRandom();
  private RefreshStore store;
  private Revocations revocations;
  private Clock clock = Clock.systemUTC();
  private Duration life = Duration.ZERO;
  private Duration tokenLife = Duration.ZERO;

  /** For the CDI proxy. */
  protected Refreshing() {}

  /**
   * Logins kept in {@code store}.
   *
   * @param life for how long after the login it can be refreshed
   * @param tokenLife for how long the tokens of a login hold
   */
  @Inject
  public Refreshing(
      RefreshStore store,
      Revocations revocations,
      Clock clock,
      @ConfigProperty(name = "lightpath.security.refresh-life", defaultValue = "P30D")
          Duration life,
      @ConfigProperty(name = "lightpath.security.token-life", defaultValue = "PT8H")
          Duration tokenLife) {
    this.store = store;
    this.revocations = revocations;
    this.clock = clock;
    this.life = life;
    this.tokenLife = tokenLife;
  }

  /** A login of {@code subject} begins; beyond 100 of them the oldest can be refreshed no more. */
  public Turn begin(String subject) {
    Instant now = clock.instant();
    Instant end = now.plus(life);
    String login = hex(LOGIN_BYTES);
    String secret = hex(SECRET_BYTES);
    store.add(
        new RefreshFamily(login, subject, Digest.hex(secret), now, end), MAX_LOGINS_OF_SUBJECT);
    return new Turn(login, subject, token(login, secret), end);
  }

  /** The next refresh token for {@code presented}. UNAUTHENTICATED if it holds no more. */
  public Turn turn(String presented) {
    RefreshFamily family = family(presented).orElseThrow(Refreshing::refused);
    String next = hex(SECRET_BYTES);
    String kept = Digest.hex(secretIn(presented));
    if (!store.turn(family.id(), kept, Digest.hex(next), clock.instant())) {
      end(family);
      throw refused();
    }
    return new Turn(family.id(), family.subject(), token(family.id(), next), family.expiresAt());
  }

  /**
   * The login of that id as it is, without its refresh token; empty if it can be renewed no more.
   */
  Optional<Turn> present(String login) {
    return store
        .find(login)
        .filter(family -> family.expiresAt().isAfter(clock.instant()))
        .map(family -> new Turn(family.id(), family.subject(), "", family.expiresAt()));
  }

  /** Whether {@code token} has the form of a refresh token. */
  static boolean isRefreshToken(String token) {
    return FORM.matcher(token).matches();
  }

  /** Ends the login of a refresh token, if there is one. */
  public void endOf(String presented) {
    family(presented).ifPresent(this::end);
  }

  /** Ends a login and every token that came from it. */
  public void end(String login, String subject) {
    revocations.revoke(subject, login, clock.instant().plus(tokenLife).plus(TokenCheck.LEEWAY));
    store.drop(login);
  }

  /** Ends every login of {@code subject}; what they were issued is not touched. */
  public void endAll(String subject) {
    store.dropAll(subject);
  }

  /** Deletes from the database what has expired. */
  public void dropExpired() {
    store.dropExpired(clock.instant());
  }

  private void end(RefreshFamily family) {
    end(family.id(), family.subject());
  }

  private Optional<RefreshFamily> family(String presented) {
    Matcher parts = FORM.matcher(presented);
    return parts.matches() ? store.find(parts.group(1)) : Optional.empty();
  }

  private static String secretIn(String presented) {
    return presented.substring(presented.lastIndexOf('_') + 1);
  }

  private static String token(String login, String secret) {
    return "lpr_" + login + "_" + secret;
  }

  private String hex(int bytes) {
    byte[] fresh = new byte[bytes];
    random.nextBytes(fresh);
    return HexFormat.of().formatHex(fresh);
  }

  private static LightpathException refused() {
    return new LightpathException(
        ErrorCode.UNAUTHENTICATED,
        "the refresh token does not hold: it is unknown, expired or was used before; log in again");
  }
}
