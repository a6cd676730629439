package org.lightpath.platform.security;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.Ids;
import org.lightpath.platform.audit.Audit;
import org.lightpath.platform.preferences.InMemoryPreferences;

/** The security of one hub as CDI would put it together, on stores that several hubs may share. */
final class HubSecurity {

  /** What hubs on one database share. */
  static final class Database {
    final Revoked revocations = new Revoked();
    final StoredKeys keys = new StoredKeys();
    final Logins logins = new Logins();
    final InMemoryUsers users = new InMemoryUsers();
    final InMemoryPreferences preferences = new InMemoryPreferences();
    final RememberedActs acts = new RememberedActs();

    RecordedChanges changes() {
      return new RecordedChanges(users, keys, preferences, acts);
    }
  }

  /** A clock that stands until somebody sets it. */
  static final class SetClock extends Clock {

    private volatile Instant now;

    SetClock(Instant now) {
      this.now = now;
    }

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  final SetClock clock;
  final Database database;
  final Tokens tokens;
  final Revocations revocations;
  final ApiKeys keys;
  final Refreshing refreshing;
  final Identity identity;
  final OpenConnections connections;
  final Login login;
  final TokenService service;
  final Accounts accounts;
  private final QuickHash hash = new QuickHash();

  HubSecurity(Path data, SetClock clock, Database database) {
    this.clock = clock;
    this.database = database;
    Ids ids = new Ids(clock);
    Duration life = Duration.ofHours(8);
    Keys signing = new Keys(new DataFolder(data.toString()), new Profile("production"));
    tokens = new Tokens(signing, clock, ids, life);
    revocations = new Revocations(database.revocations, ids, clock, life);
    keys = new ApiKeys(database.keys, database.changes(), revocations, ids, clock);
    refreshing = new Refreshing(database.logins, revocations, clock, Duration.ofDays(30), life);
    identity =
        new Identity(
            name ->
                Optional.<Issuer>of(new HubIssuer(signing.signingPair().getPublic()))
                    .filter(issuer -> issuer.name().equals(name)),
            keys,
            revocations,
            Stream::empty,
            clock,
            100);
    connections = new OpenConnections(identity);
    login =
        new Login(
            database.users,
            database.changes(),
            hash,
            new Profile("production"),
            new LoginAttempts(clock),
            clock);
    service = new TokenService(login, tokens, refreshing, revocations, identity, clock);
    accounts = new Accounts(database.users, database.changes(), login, service);
  }

  /** A login of a program. */
  TokenService.Issued logIn(String name, String password) {
    return service.forPassword(name, password, InetAddress.getLoopbackAddress(), service.life());
  }

  /** Happens once, in the middle of the next login. */
  void afterVerification(Runnable event) {
    hash.afterNext(event);
  }

  static final class Revoked implements RevocationStore {

    private final Map<String, Revocation> rows = new ConcurrentSkipListMap<>();

    @Override
    public void add(Revocation revocation) {
      rows.put(revocation.id(), revocation);
    }

    @Override
    public void replaceProofs(Revocation ofSubject) {
      rows.values()
          .removeIf(r -> r.subject().equals(ofSubject.subject()) && r.proofId().isPresent());
      add(ofSubject);
    }

    @Override
    public List<Revocation> since(String id, Instant now) {
      return rows.values().stream()
          .filter(r -> r.id().compareTo(id) >= 0 && r.expiresAt().isAfter(now))
          .toList();
    }

    @Override
    public long countProofs(String subject, Instant now) {
      return since("", now).stream()
          .filter(r -> r.subject().equals(subject) && r.proofId().isPresent())
          .count();
    }

    @Override
    public void dropExpired(Instant now) {
      rows.values().removeIf(r -> !r.expiresAt().isAfter(now));
    }

    int size() {
      return rows.size();
    }
  }

  static final class StoredKeys implements ApiKeyStore {

    final Map<String, ApiKey> rows = new ConcurrentSkipListMap<>();
    final Map<String, Instant> revoked = new ConcurrentHashMap<>();
    final List<String> uses = new ArrayList<>();
    int looks;

    @Override
    public void add(ApiKey key) {
      rows.put(key.id(), key);
    }

    @Override
    public Optional<ApiKey> find(String id) {
      looks++;
      return Optional.ofNullable(rows.get(id)).filter(key -> !revoked.containsKey(id));
    }

    @Override
    public List<ApiKey> after(String after, int limit) {
      return rows.values().stream()
          .filter(key -> key.id().compareTo(after) > 0)
          .limit(limit)
          .toList();
    }

    @Override
    public long count() {
      return rows.size();
    }

    @Override
    public boolean revoke(String id, Instant now) {
      return revoked.putIfAbsent(id, now) == null;
    }

    @Override
    public void noteUse(String id, Instant at) {
      uses.add(id + " " + at);
    }
  }

  /** An audit trail that remembers what was done to what. */
  static final class RememberedActs extends Audit {

    final List<String> done = new ArrayList<>();

    @Override
    public void done(String action, String thing) {
      done.add(action + " " + thing);
    }
  }

  static final class Logins implements RefreshStore {

    private final Map<String, RefreshFamily> rows = new ConcurrentHashMap<>();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    @Override
    public void add(RefreshFamily family, int most) {
      rows.values().stream()
          .filter(f -> f.subject().equals(family.subject()))
          .sorted(Comparator.comparing(RefreshFamily::expiresAt).reversed())
          .skip(most - 1)
          .toList()
          .forEach(f -> drop(f.id()));
      rows.put(family.id(), family);
      hashes.put(family.id(), family.secretHash());
    }

    @Override
    public Optional<RefreshFamily> find(String id) {
      return Optional.ofNullable(rows.get(id));
    }

    @Override
    public boolean turn(String id, String presented, String next, Instant now) {
      RefreshFamily row = rows.get(id);
      return row != null && row.expiresAt().isAfter(now) && hashes.replace(id, presented, next);
    }

    @Override
    public void drop(String id) {
      rows.remove(id);
      hashes.remove(id);
    }

    @Override
    public void dropAll(String subject) {
      rows.values().removeIf(f -> f.subject().equals(subject));
    }

    @Override
    public void dropExpired(Instant now) {
      rows.values().removeIf(f -> !f.expiresAt().isAfter(now));
    }

    int size() {
      return rows.size();
    }
  }
}
