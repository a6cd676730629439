package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.Ids;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;

/**
 * Makes, verifies and ends API keys: {@code lp_<id>_<secret>} with an id that may be shown and a
 * secret of 256 random bits, of which only the SHA-256 is kept. Thread-safe.
 */
@ApplicationScoped
public class ApiKeys {

  /** A key that was just made. {@code secret} is the whole key; it is shown now and never again. */
  public record NewKey(ApiKey key, String secret) {

    /** Shows no secret. */
    @Override
    public String toString() {
      return "NewKey[" + key.id() + "]";
    }
  }

  static final int MAX_KEYS = 10_000;
  private static final int MAX_NAME = 64;
  private static final int SECRET_BYTES = 32;
  private static final Pattern FORM = Pattern.compile("lp_([0-9a-z]{26})_([0-9a-f]{64})");

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> uses = new ConcurrentHashMap<>();
  private ApiKeyStore store;
  private RecordedChanges changes;
  private Revocations revocations;
  private Ids ids;
  private Clock clock = Clock.systemUTC();

  /** For the CDI proxy. */
  protected ApiKeys() {}

  /** Keys kept in {@code store}. */
  @Inject
  public ApiKeys(
      ApiKeyStore store, RecordedChanges changes, Revocations revocations, Ids ids, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.revocations = revocations;
    this.ids = ids;
    this.clock = clock;
  }

  /** A new key. INVALID_ARGUMENT for an order that cannot be, TOO_MANY beyond 10 000 keys. */
  public NewKey create(KeyOrder order) {
    check(order);
    if (store.count() >= MAX_KEYS) {
      throw new LightpathException(
          ErrorCode.TOO_MANY, "there are %d API keys, no more are made".formatted(MAX_KEYS));
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    String id = ids.next().toLowerCase(Locale.ROOT);
    ApiKey key = new ApiKey(id, Digest.hex(secret), order, clock.instant());
    changes.addKey(key);
    return new NewKey(key, "lp_" + id + "_" + secret);
  }

  private void check(KeyOrder order) {
    String name = order.name();
    if (name.isBlank() || name.length() > MAX_NAME || !Text.printable(name).equals(name)) {
      throw refused("the name of a key has 1 to %d printable characters".formatted(MAX_NAME));
    }
    Grant.check(order.grants());
    if (order.expiresAt().map(end -> !end.isAfter(clock.instant())).orElse(false)) {
      throw refused("the key would expire at %s, which is past".formatted(order.expiresAt().get()));
    }
  }

  private static LightpathException refused(String message) {
    return new LightpathException(ErrorCode.INVALID_ARGUMENT, message);
  }

  /**
   * Who bears {@code presented}.
   *
   * @throws LightpathException UNAUTHENTICATED if there is no such key or it has ended
   */
  Identified verify(String presented) {
    Matcher parts = FORM.matcher(presented);
    Optional<ApiKey> found = parts.matches() ? store.find(parts.group(1)) : Optional.empty();
    // The same comparison for an id that does not exist: the answer's time tells nothing.
    String kept = found.map(ApiKey::secretHash).orElse("");
    String given = Digest.hex(parts.matches() ? parts.group(2) : "");
    boolean holds =
        MessageDigest.isEqual(
            kept.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    if (!holds || found.get().revokedAt().isPresent()) {
      throw new LightpathException(
          ErrorCode.UNAUTHENTICATED, "the API key does not hold: it is unknown or revoked");
    }
    ApiKey key = found.get();
    Instant end = key.expiresAt().orElse(Instant.MAX);
    return new Identified(key.caller(), new Proof(key.id(), "", "", end));
  }

  /** Notes that the key of {@code who} is used; written by {@link #writeUses}. */
  void use(Identified who) {
    if (who.getName().startsWith(Caller.KEY_PREFIX)) {
      uses.put(who.getName().substring(Caller.KEY_PREFIX.length()), clock.instant());
    }
  }

  /** Writes down when each key was last used that was used since the last call. */
  public void writeUses() {
    for (String id : List.copyOf(uses.keySet())) {
      Instant at = uses.remove(id);
      if (at != null) {
        store.noteUse(id, at);
      }
    }
  }

  /** At most {@code limit} keys whose ids come after {@code after}; empty text: from the first. */
  public List<ApiKey> list(String after, int limit) {
    return store.after(after, limit);
  }

  /** Ends a key: no request and no socket has it for more than a second. NOT_FOUND, CONFLICT. */
  public void revoke(String id) {
    ApiKey key =
        store
            .find(id)
            .orElseThrow(
                () ->
                    new LightpathException(
                        ErrorCode.NOT_FOUND, "there is no API key " + Text.shortened(id)));
    boolean revoked = changes.revokeKey(id, clock.instant());
    // In any case: an earlier call may have been cut off between the two.
    revocations.revokeAll(key.caller().subject());
    if (!revoked) {
      throw new LightpathException(ErrorCode.CONFLICT, "API key %s is revoked".formatted(id));
    }
  }
}
