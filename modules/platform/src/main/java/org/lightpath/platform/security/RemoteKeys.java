package org.lightpath.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * The public keys of an identity provider, found by its discovery document (OpenID Connect
 * Discovery 1.0, section 4) and kept for ten minutes. A {@code kid} that is not among them fetches
 * them again, but no more than once in thirty seconds, whoever asks; while a provider does not
 * answer, the keys it had are kept for a day. Thread-safe; one thread fetches, others wait half a
 * second at most.
 */
final class RemoteKeys {

  static final Duration FRESH = Duration.ofMinutes(10);
  static final Duration USABLE = Duration.ofDays(1);
  static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Logger LOG = System.getLogger(RemoteKeys.class.getName());

  /** For how long a request waits while another one fetches. */
  private static final Duration MAX_WAIT = Duration.ofMillis(500);

  private static final int MAX_BYTES = 512 * 1024;

  private final String issuer;
  private final Clock clock;
  private final Duration patience;
  private final HttpClient http;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Known known = new Known(new JWKSet(), Instant.MIN);

  /** Guarded by {@code fetching}. */
  private Instant triedAt = Instant.MIN;

  private record Known(JWKSet keys, Instant fetchedAt) {}

  /**
   * Keys of {@code issuer}; nobody is asked yet.
   *
   * @param patience for one answer, from connecting to its last byte
   */
  RemoteKeys(String issuer, Clock clock, Duration patience) {
    this.issuer = issuer;
    this.clock = clock;
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * The key of that id for that algorithm; empty if the provider has none.
   *
   * @throws LightpathException UNAVAILABLE if the provider does not answer and its keys are unknown
   *     or too old
   */
  Optional<PublicKey> find(String kid, JWSAlgorithm algorithm) {
    Instant now = clock.instant();
    boolean unknown = known.keys.getKeyByKeyId(kid) == null;
    boolean told = true;
    if (unknown || known.fetchedAt.isBefore(now.minus(FRESH))) {
      told = refresh(now, unknown ? MAX_WAIT : Duration.ZERO) || !unknown;
    }
    Known newest = known;
    if (!told || newest.fetchedAt.isBefore(now.minus(USABLE))) {
      throw new LightpathException(
          ErrorCode.UNAVAILABLE,
          "the identity provider %s does not answer; tokens of this hub hold".formatted(issuer));
    }
    return Optional.ofNullable(newest.keys.getKeyByKeyId(kid))
        .flatMap(key -> publicKey(key, algorithm));
  }

  /** Fetches the keys, unless somebody did a moment ago; false if somebody still does. */
  private boolean refresh(Instant now, Duration wait) {
    try {
      if (!fetching.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
      try {
        if (!triedAt.isAfter(now.minus(PAUSE))) {
          triedAt = now;
          known = new Known(fetch(), now);
        }
      } finally {
        fetching.unlock();
      }
    } catch (IOException | ParseException | TimeoutException | ExecutionException e) {
      LOG.log(Level.WARNING, "cannot fetch the keys of " + issuer, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.log(Level.WARNING, "stopped while fetching the keys of " + issuer, e);
    }
    return true;
  }

  private JWKSet fetch()
      throws IOException,
          ParseException,
          InterruptedException,
          TimeoutException,
          ExecutionException {
    String base = issuer.endsWith("/") ? issuer : issuer + "/";
    var document =
        JSONObjectUtils.parse(text(URI.create(base + ".well-known/openid-configuration")));
    String says = JSONObjectUtils.getString(document, "issuer");
    if (!issuer.equals(says)) {
      throw new IOException("%s says that it is the issuer '%s'".formatted(issuer, says));
    }
    URI keys = JSONObjectUtils.getURI(document, "jwks_uri");
    if (keys == null || !URI.create(issuer).getScheme().equals(keys.getScheme())) {
      throw new IOException("%s has its keys at %s".formatted(issuer, keys));
    }
    return JWKSet.parse(text(keys));
  }

  /** The time-out of a request ends with its header; the other one holds for the whole answer. */
  private String text(URI address)
      throws IOException, InterruptedException, TimeoutException, ExecutionException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(patience).build();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(
            request,
            BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> keep(bytes, body))));
    try {
      int status = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      if (status != 200 || body.size() > MAX_BYTES) {
        throw new IOException(
            "%s answers %d with %d bytes or more".formatted(address, status, body.size()));
      }
      return body.toString(StandardCharsets.UTF_8);
    } finally {
      answer.cancel(true);
    }
  }

  /** Of an answer that is too long, enough is kept to see that it is. */
  private static void keep(byte[] part, ByteArrayOutputStream body) {
    body.write(part, 0, Math.min(part.length, MAX_BYTES + 1 - body.size()));
  }

  /** A key for encryption, or of another kind than the algorithm, is none. */
  private static Optional<PublicKey> publicKey(JWK key, JWSAlgorithm algorithm) {
    boolean fits =
        KeyType.forAlgorithm(algorithm).equals(key.getKeyType())
            && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
            && (key.getAlgorithm() == null || algorithm.equals(key.getAlgorithm()));
    if (!fits || !(key instanceof AsymmetricJWK asymmetric)) {
      return Optional.empty();
    }
    try {
      return Optional.of(asymmetric.toPublicKey());
    } catch (JOSEException e) {
      LOG.log(Level.WARNING, "an unusable key " + key.getKeyID(), e);
      return Optional.empty();
    }
  }
}
