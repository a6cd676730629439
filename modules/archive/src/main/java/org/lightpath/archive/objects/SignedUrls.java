package org.lightpath.archive.objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;
import org.lightpath.platform.security.Keys;

/**
 * Links to objects that hold for a while and for one use: HMAC-SHA256 over everything that they
 * allow. Thread-safe.
 */
@ApplicationScoped
public class SignedUrls {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final Duration LONG_LIFE = Duration.ofDays(1);
  private static final long HOUR_SECONDS = 3600;

  private Clock clock = Clock.systemUTC();
  private SecretKeySpec secret;

  /** For the CDI proxy. */
  protected SignedUrls() {}

  /** Links signed with the hub's own key. */
  @Inject
  public SignedUrls(Keys keys, Clock clock) {
    this.clock = clock;
    this.secret = new SecretKeySpec(keys.secret("objects", KEY_BYTES), ALGORITHM);
  }

  /**
   * Path and query of a link that reads the object for {@code life}; a life of a day or more ends
   * on the next full hour, so that an answer with such links in it, and its ETag, hold for a while.
   */
  public String read(ObjectKey key, Duration life) {
    long expires = clock.instant().plus(life).getEpochSecond();
    if (life.compareTo(LONG_LIFE) >= 0) {
      expires = -Math.floorDiv(-expires, HOUR_SECONDS) * HOUR_SECONDS;
    }
    return "/objects/%s?expires=%d&signature=%s"
        .formatted(key, expires, sign("GET", key.value(), expires));
  }

  /**
   * Refuses a link that was not made by {@link #read} for that object with FORBIDDEN, one that has
   * expired with GONE.
   */
  public void checkRead(ObjectKey key, long expires, String signature) {
    check("GET", key.value(), expires, signature);
  }

  /** Signs the terms of an upload, a text that says what may be uploaded. */
  public String signUpload(String terms, Instant expires) {
    return sign("POST", terms, expires.getEpochSecond());
  }

  /** The same refusals for the terms of an upload. */
  public void checkUpload(String terms, Instant expires, String signature) {
    check("POST", terms, expires.getEpochSecond(), signature);
  }

  private void check(String use, String what, long expires, String signature) {
    byte[] expected = sign(use, what, expires).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
      throw new LightpathException(
          ErrorCode.FORBIDDEN, "the signature of this link does not hold; ask for a new link");
    }
    if (clock.instant().getEpochSecond() > expires) {
      throw new LightpathException(
          ErrorCode.GONE,
          "this link expired at " + Instant.ofEpochSecond(expires) + "; ask for a new one");
    }
  }

  private String sign(String use, String what, long expires) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      String terms = use + "\n" + expires + "\n" + what;
      return HexFormat.of().formatHex(mac.doFinal(terms.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
