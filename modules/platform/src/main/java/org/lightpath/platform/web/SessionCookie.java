package org.lightpath.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.Keys;
import org.lightpath.platform.security.Profile;

/**
 * The cookie that proves a browser's session: it holds a token, which no script can read, which
 * goes to no other host and along with no request that another site has begun (RFC 6265bis).
 * Thread-safe.
 */
@ApplicationScoped
public class SessionCookie {

  private static final String NAME = "lightpath-session";

  /** A browser takes such a name only from the host itself, by TLS and for all its paths. */
  private static final String HOST_PREFIX = "__Host-";

  /** RFC 6265, section 6.1: what every browser keeps of name, value and attributes. */
  private static final int MAX_BYTES = 4096;

  /**
   * Stands for a value without a seal: no token, so that it is refused as one that does not hold.
   */
  private static final String NO_TOKEN = "unsealed";

  /** Between the token and its seal; in no token. */
  private static final char SEAL = '~';

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private OwnPage own;
  private boolean secure;
  private SecretKeySpec key;

  /** For the CDI proxy. */
  protected SessionCookie() {}

  /** In development the hub is on the loopback address, where there is no TLS. */
  @Inject
  public SessionCookie(Profile profile, OwnPage own, Keys keys) {
    this.secure = !profile.isDevelopment();
    this.own = own;
    this.key = new SecretKeySpec(keys.secret("session", KEY_BYTES), ALGORITHM);
  }

  /** Its name. */
  String name() {
    return secure ? HOST_PREFIX + NAME : NAME;
  }

  /**
   * The token in the request's cookie. One that the hub has not put there itself is none: whoever
   * has stolen a program's token could else renew it as a session.
   */
  Optional<String> tokenIn(HttpServletRequest http) {
    return Stream.ofNullable(http.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name()))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(this::unsealed);
  }

  private String unsealed(String value) {
    int seal = value.lastIndexOf(SEAL);
    String token = seal < 0 ? "" : value.substring(0, seal);
    byte[] expected = sealed(token).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, value.getBytes(StandardCharsets.UTF_8))
        ? token
        : NO_TOKEN;
  }

  private String sealed(String token) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] seal = mac.doFinal(token.getBytes(StandardCharsets.UTF_8));
      return token + SEAL + Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  /**
   * The token in the request's cookie, as far as the request may be made by it. Where a session
   * begins none is: the password is the proof there, and what a former session left is no obstacle.
   *
   * @throws LightpathException FORBIDDEN for a write or a socket that is not of the hub's own pages
   */
  Optional<String> proofIn(HttpServletRequest http) {
    Optional<String> token = tokenIn(http).filter(it -> !SessionResource.begins(http));
    if (token.isPresent()) {
      if (RequestCredentials.isHandshake(http)) {
        own.demandOrigin(http);
      } else if (OwnPage.isWrite(http)) {
        own.demand(http, http.getHeader(OwnPage.MARK));
      }
    }
    return token;
  }

  /**
   * The value of {@code Set-Cookie} that gives the browser {@code token} for {@code life}.
   *
   * @throws LightpathException UNPROCESSABLE if no browser would keep it
   */
  String with(String token, Duration life) {
    return cookie(sealed(token), life);
  }

  private String cookie(String value, Duration life) {
    String cookie =
        "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
            .formatted(name(), value, life.toSeconds(), secure ? "; Secure" : "");
    if (cookie.length() > MAX_BYTES) {
      throw new LightpathException(
          ErrorCode.UNPROCESSABLE,
          "the user's roles make a cookie of %d bytes; browsers keep at most %d: fewer roles, or"
                  .formatted(cookie.length(), MAX_BYTES)
              + " some that hold everywhere, are needed");
    }
    return cookie;
  }

  /** The value of {@code Set-Cookie} that lets the browser forget it. */
  String none() {
    return cookie("", Duration.ZERO);
  }
}
