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

  /** How long a token holds at most. */
  public Duration life() {
    return tokens.life();
  }

  /**
   * Tokens for a name and its password. UNAUTHENTICATED if they do not belong together, TOO_MANY
   * after too many that did not.
   *
   * @param from network address of the caller
   * @param atMost how long the access token holds, unless {@link #life} is shorter
   */
  public Issued forPassword(String name, String password, InetAddress from, Duration atMost) {
    String serial = tokens.nextSerial();
    Caller caller =
        login
            .check(name, password, from)
            .orElseThrow(() -> refused("Incorrect username or password"));
    return issued(caller, refreshing.begin(caller.subject()), serial, atMost);
  }

  /**
   * Tokens for a refresh token, with the grants that its user has now. UNAUTHENTICATED if it was
   * used before, has expired, or the user is gone.
   */
  public Issued forRefresh(String refreshToken) {
    String serial = tokens.nextSerial();
    Refreshing.Turn turn = refreshing.turn(refreshToken);
    return issued(known(turn.subject()), turn, serial, life());
  }

  /**
   * The next access token of the login that proved {@code who}, with the grants that its user has
   * now; its refresh token stays what it is, and is not shown. CONFLICT if the login cannot be
   * renewed any more, UNAUTHENTICATED if the user is gone.
   *
   * @param atMost how long the token holds, unless {@link #life} is shorter
   */
  public Issued forLogin(Identified who, Duration atMost) {
    String serial = tokens.nextSerial();
    Refreshing.Turn turn =
        refreshing
            .present(who.proof().login())
            .orElseThrow(
                () ->
                    new LightpathException(
                        ErrorCode.CONFLICT, "this login cannot be renewed any more; log in again"));
    return issued(known(turn.subject()), turn, serial, atMost);
  }

  private Caller known(String subject) {
    return login
        .known(subject)
        .orElseThrow(() -> refused("the user %s is gone".formatted(subject)));
  }

  private Issued issued(Caller caller, Refreshing.Turn turn, String serial, Duration atMost) {
    Proof proof = new Proof(serial, turn.login(), serial, turn.expiresAt());
    if (revocations.isRevoked(new Identified(caller, proof))) {
      refreshing.endOf(turn.refreshToken());
      throw refused("everything of %s was ended meanwhile; log in again".formatted(caller.name()));
    }
    Duration itsLife = atMost.compareTo(life()) < 0 ? atMost : life();
    return new Issued(
        tokens.issue(caller, turn.login(), serial, itsLife),
        itsLife,
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
