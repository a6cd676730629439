package org.lightpath.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.database.DatabaseKind;
import org.lightpath.database.TestDatabase;
import org.lightpath.platform.Ids;
import org.lightpath.platform.audit.Audit;
import org.lightpath.platform.audit.CurrentActor;
import org.lightpath.platform.security.ApiKey;
import org.lightpath.platform.security.ApiKeyStore;
import org.lightpath.platform.security.ApiKeys;
import org.lightpath.platform.security.Grant;
import org.lightpath.platform.security.KeyOrder;
import org.lightpath.platform.security.RecordedChanges;
import org.lightpath.platform.security.RefreshFamily;
import org.lightpath.platform.security.Revocation;
import org.lightpath.platform.security.RevocationStore;
import org.lightpath.platform.security.Revocations;
import org.lightpath.test.kit.AtOnce;

/** Logins that may be refreshed, and revocations, on both databases. */
@ParameterizedClass
@EnumSource
final class StoredProofsTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @Parameter DatabaseKind kind;
  private TestDatabase database;
  private StoredRefreshFamilies logins;
  private StoredRevocations revocations;

  @BeforeEach
  void open() {
    database = kind.empty();
    logins = new StoredRefreshFamilies(database.entityManager());
    revocations = new StoredRevocations(database.entityManager());
  }

  @Test
  void turnsALoginForOneOfManyWhoPresentTheSame() throws Exception {
    database.run(() -> logins.add(family("f", NOW), 100));

    List<Boolean> won =
        AtOnce.results(
            8, i -> () -> database.call(() -> logins.turn("f", "first", "next" + i, NOW)));

    assertThat(won.stream().filter(it -> it)).hasSize(1);
    assertThat(database.call(() -> logins.turn("f", "first", "again", NOW))).isFalse();
  }

  @Test
  void turnsNoLoginThatHasEnded() {
    database.run(() -> logins.add(family("f", NOW), 100));

    assertThat(database.call(() -> logins.turn("f", "first", "next", LATER))).isFalse();
    database.run(() -> logins.drop("f"));
    assertThat(database.call(() -> logins.turn("f", "first", "next", NOW))).isFalse();
    assertThat(database.call(() -> logins.find("f"))).isEmpty();
  }

  @Test
  void keepsTheNewestLoginsOfASubject() {
    for (int i = 0; i < 5; i++) {
      int number = i;
      database.run(() -> logins.add(family("f" + number, NOW.plusMillis(number)), 3));
    }

    List<String> kept = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String id = "f" + i;
      database.call(() -> logins.find(id)).ifPresent(f -> kept.add(f.id()));
    }
    assertThat(kept).containsExactly("f2", "f3", "f4");
    database.run(() -> logins.dropExpired(LATER));
    assertThat(database.call(() -> logins.find("f4"))).isPresent();
    database.run(() -> logins.dropAll("wren"));
    assertThat(database.call(() -> logins.find("f4"))).isEmpty();
  }

  @Test
  void givesRevocationsFromAnIdOnUntilTheyExpire() {
    database.run(() -> revocations.add(Revocation.ofProof("01A", "wren", "p1", LATER)));
    database.run(() -> revocations.add(Revocation.ofProof("01B", "wren", "p2", LATER)));
    database.run(() -> revocations.add(Revocation.ofProof("01C", "finch", "p3", NOW)));

    assertThat(ids("")).containsExactly("01A", "01B");
    assertThat(ids("01B")).containsExactly("01B");
    assertThat(database.call(() -> revocations.countProofs("wren", NOW))).isEqualTo(2);
    assertThat(database.call(() -> revocations.countProofs("finch", NOW))).isZero();

    database.run(() -> revocations.replaceProofs(Revocation.ofSubject("01D", "wren", LATER)));

    assertThat(ids("")).containsExactly("01D");
    assertThat(database.call(() -> revocations.since("", NOW)).get(0).proofId()).isEmpty();
    database.run(() -> revocations.dropExpired(LATER));
    assertThat(database.call(() -> revocations.since("", Instant.EPOCH))).isEmpty();
  }

  @Test
  void keepsKeysWithoutTheirSecrets() {
    StoredApiKeys store = new StoredApiKeys(database.entityManager());
    ApiKeyStore keys = database.transactional(ApiKeyStore.class, store);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Ids ids = new Ids(clock);
    Revocations revoked =
        new Revocations(
            database.transactional(RevocationStore.class, revocations),
            ids,
            clock,
            Duration.ofHours(8));
    StoredAuditLog log = new StoredAuditLog(database.entityManager());
    StoredUsers users = new StoredUsers(database.entityManager());
    RecordedChanges changes =
        new RecordedChanges(
            users,
            keys,
            new StoredPreferences(database.entityManager()),
            new Audit(log, new CurrentActor(), clock));
    ApiKeys service = new ApiKeys(keys, changes, revoked, ids, clock);
    KeyOrder order =
        new KeyOrder("dome", Grant.parseAll("site-agent@saf"), Optional.of(LATER), "admin");

    String id = database.call(() -> service.create(order)).key().id();
    keys.noteUse(id, LATER);

    ApiKey kept = keys.find(id).orElseThrow();
    assertThat(kept.name()).isEqualTo("dome");
    assertThat(kept.grants()).isEqualTo(order.grants());
    assertThat(kept.createdBy()).isEqualTo("admin");
    assertThat(kept.expiresAt()).contains(LATER);
    assertThat(kept.lastUsedAt()).contains(LATER);
    assertThat(kept.revokedAt()).isEmpty();
    assertThat(service.list("", 10)).extracting(ApiKey::id).containsExactly(id);
    database.run(() -> service.revoke(id));
    assertThat(keys.find(id).orElseThrow().revokedAt()).contains(NOW);
    assertThat(keys.revoke(id, LATER)).as("it is revoked already").isFalse();
    assertThat(keys.count()).isEqualTo(1);
  }

  private List<String> ids(String since) {
    return database.call(() -> revocations.since(since, NOW)).stream().map(Revocation::id).toList();
  }

  private static RefreshFamily family(String id, Instant created) {
    return new RefreshFamily(id, "wren", "first", created, created.plusSeconds(60));
  }
}
