package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/** Gives out tokens for passwords and refresh tokens, and takes them back. Thread-safe. */
@ApplicationScoped
public class TokenService {

  /** What a login brings: a token, and another one that fetches the next. */
  public record Issued(
      String accessToken, Duration life, String refreshToken, Duration refreshLife) {

    /** Shows no secret. */
    @Override
    public String toString() {
      return "Issued[for " + life + "]";
    }
  }

  private Login login;
  private Tokens tokens;
  private Refreshing refreshing;
  private Revocations revocations;
  private Identity identity;
  private Clock clock = Clock.systemUTC();

  /** For the CDI proxy. */
  protected TokenService() {}

  /** Tokens for the users that {@code login} knows. */
  @Inject
  public TokenService(
      Login login,
      Tokens tokens,
      Refreshing refreshing,
      Revocations revocations,
      Identity identity,
      Clock clock) {
    this.login = login;
    this.tokens = tokens;
    this.refreshing = refreshing;
    this.revocations = revocations;
    this.identity = identity;
    this.clock = clock;
  }

  /**
   * Tokens for a name and its password. UNAUTHENTICATED if they do not belong together, TOO_MANY
   * after too many that did not.
   *
   * @param from network address of the caller
   */
  public Issued forPassword(String name, String password, InetAddress from) {
    String serial = tokens.nextSerial();
    Caller caller =
        login
            .check(name, password, from)
            .orElseThrow(() -> refused("Incorrect username or password"));
    return issued(caller, refreshing.begin(caller.subject()), serial);
  }

  /**
   * Tokens for a refresh token, with the grants that its user has now. UNAUTHENTICATED if it was
   * used before, has expired, or the user is gone.
   */
  public Issued forRefresh(String refreshToken) {
    String serial = tokens.nextSerial();
    Refreshing.Turn turn = refreshing.turn(refreshToken);
    Caller caller =
        login
            .known(turn.subject())
            .orElseThrow(() -> refused("the user %s is gone".formatted(turn.subject())));
    return issued(caller, turn, serial);
  }

  private Issued issued(Caller caller, Refreshing.Turn turn, String serial) {
    Proof proof = new Proof(serial, turn.login(), serial, turn.expiresAt());
    if (revocations.isRevoked(new Identified(caller, proof))) {
      refreshing.endOf(turn.refreshToken());
      throw refused("everything of %s was ended meanwhile; log in again".formatted(caller.name()));
    }
    return new Issued(
        tokens.issue(caller, turn.login(), serial),
        tokens.life(),
        turn.refreshToken(),
        Duration.between(clock.instant(), turn.expiresAt()));
  }

  /**
   * Ends the login that {@code token} comes from: an access token or a refresh token. Nothing
   * happens to one that does not hold (RFC 7009, section 2.2).
   */
  public void revoke(String token) {
    if (Refreshing.isRefreshToken(token)) {
      refreshing.endOf(token);
      return;
    }
    Identified who;
    try {
      who = identity.ofToken(token);
    } catch (LightpathException e) {
      if (e.code() == ErrorCode.UNAUTHENTICATED) {
        return;
      }
      throw e;
    }
    revoke(who);
  }

  /** Ends what proved who {@code who} is. INVALID_ARGUMENT if that was no token. */
  public void revoke(Identified who) {
    Proof proof = who.proof();
    if (proof.id().isEmpty() || who.getName().startsWith(Caller.KEY_PREFIX)) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT, "there is no token to revoke; send it as form field token");
    }
    if (proof.login().isEmpty()) {
      revocations.revoke(who.getName(), proof.id(), proof.expiresAt());
    } else {
      refreshing.end(proof.login(), who.getName());
    }
  }

  /** Ends every token and every login of {@code subject}; a new login is as good as ever. */
  public void revokeAll(String subject) {
    // In this order: a login that begins meanwhile finds the one or is ended by the other.
    revocations.revokeAll(subject);
    refreshing.endAll(subject);
  }

  private static LightpathException refused(String why) {
    return new LightpathException(ErrorCode.UNAUTHENTICATED, why);
  }
}
