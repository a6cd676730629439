package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lightpath.platform.Ids;

/**
 * What was proved once and holds no more. Asked with every request and for every open socket, so
 * its answers come from memory; the database carries them over a restart and to other hubs, which
 * look there twice a second. At most 100 single proofs of a subject are kept: the next one revokes
 * all of them. Thread-safe.
 */
@ApplicationScoped
public class Revocations {

  static final int MAX_PROOFS_OF_SUBJECT = 100;

  /** Rows of another hub may become visible later than their ids say, and clocks differ. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  /** No token that the hub accepts holds for longer than this or the life of its own tokens. */
  private static final Duration LONGEST = Duration.ofDays(31);

  private record Cut(String serial, Instant expiresAt) {}

  private final Map<String, Instant> proofs = new ConcurrentHashMap<>();
  private final Map<String, Cut> subjects = new ConcurrentHashMap<>();
  private RevocationStore store;
  private Ids ids;
  private Clock clock = Clock.systemUTC();
  private Duration tokenLife = Duration.ZERO;
  private final AtomicLong generation = new AtomicLong();
  private volatile String seen = "";

  /** For the CDI proxy. */
  protected Revocations() {}

  /**
   * Revocations kept in {@code store}.
   *
   * @param tokenLife how long the hub's own tokens hold
   */
  @Inject
  public Revocations(
      RevocationStore store,
      Ids ids,
      Clock clock,
      @ConfigProperty(name = "lightpath.security.token-life", defaultValue = "PT8H")
          Duration tokenLife) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.tokenLife = tokenLife;
  }

  /** Whether that proof has been revoked. */
  public boolean isRevoked(Identified who) {
    Proof proof = who.proof();
    if (proofs.containsKey(proof.id()) || proofs.containsKey(proof.login())) {
      return true;
    }
    Cut cut = subjects.get(who.caller().subject());
    return cut != null && proof.serial().compareTo(cut.serial) < 0;
  }

  /**
   * From now on that proof holds nowhere.
   *
   * @param proofId {@link Proof#id} or {@link Proof#login}
   * @param expiresAt when it would have ended by itself
   */
  public void revoke(String subject, String proofId, Instant expiresAt) {
    if (store.countProofs(subject, clock.instant()) >= MAX_PROOFS_OF_SUBJECT) {
      revokeAll(subject);
      return;
    }
    Revocation revocation = Revocation.ofProof(ids.next(), subject, proofId, expiresAt);
    store.add(revocation);
    apply(revocation);
  }

  /** From now on nothing holds that {@code subject} has been issued so far. */
  public void revokeAll(String subject) {
    Instant end = clock.instant().plus(longest()).plus(TokenCheck.LEEWAY);
    Revocation revocation = Revocation.ofSubject(ids.next(), subject, end);
    store.replaceProofs(revocation);
    apply(revocation);
  }

  /** Learns what other hubs have revoked, and forgets what has expired. */
  public void refresh() {
    Instant now = clock.instant();
    String since = seen.isEmpty() ? "" : Ids.lowestAt(timeOf(seen).minus(OVERLAP));
    store.since(since, now).forEach(this::apply);
    proofs.values().removeIf(end -> !end.isAfter(now));
    subjects.values().removeIf(cut -> !cut.expiresAt.isAfter(now));
  }

  /** Deletes from the database what has expired. */
  public void dropExpired() {
    store.dropExpired(clock.instant());
  }

  /** How many revocations have been learned of: changes with each, after it holds. */
  long generation() {
    return generation.get();
  }

  private synchronized void apply(Revocation revocation) {
    boolean isNew = revocation.proofId().isPresent() ? addProof(revocation) : addCut(revocation);
    if (isNew) {
      generation.incrementAndGet();
    }
    seen = revocation.id().compareTo(seen) > 0 ? revocation.id() : seen;
  }

  private boolean addProof(Revocation revocation) {
    return proofs.put(revocation.proofId().get(), revocation.expiresAt()) == null;
  }

  private boolean addCut(Revocation revocation) {
    Cut before = subjects.get(revocation.subject());
    if (before != null && before.serial.compareTo(revocation.id()) >= 0) {
      return false;
    }
    subjects.put(revocation.subject(), new Cut(revocation.id(), revocation.expiresAt()));
    return true;
  }

  private Duration longest() {
    return tokenLife.compareTo(LONGEST) > 0 ? tokenLife : LONGEST;
  }

  private static Instant timeOf(String ulid) {
    return Instant.ofEpochMilli(Ids.millisOf(ulid));
  }
}
