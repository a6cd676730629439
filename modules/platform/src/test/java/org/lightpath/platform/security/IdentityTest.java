package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.security.TokenService.Issued;
import org.lightpath.test.kit.AtOnce;

/** Proofs of identity from their making to their end, on one hub and on two. */
final class IdentityTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final String PASSWORD = "correct horse";

  @TempDir Path data;
  private final HubSecurity.SetClock clock = new HubSecurity.SetClock(NOW);
  private final HubSecurity.Database database = new HubSecurity.Database();
  private HubSecurity hub;
  private HubSecurity other;

  @BeforeEach
  void start() {
    hub = new HubSecurity(data, clock, database);
    other = new HubSecurity(data, clock, database);
    hub.login.add("wren", PASSWORD, Grant.parseAll("observer@saf"));
  }

  @Test
  void withoutProofIsNobody() {
    Identified nobody = hub.identity.identify(Credentials.none(HERE));

    assertThat(nobody.caller().isAnonymous()).isTrue();
    assertThat(nobody.getName()).isEqualTo("anonymous");
    assertThat(hub.identity.endOf(nobody)).isEmpty();
  }

  @Test
  void ofATokenIsThatOfTheLogin() {
    Caller caller = identified(hub, login()).caller();

    assertThat(caller.subject()).isEqualTo("wren");
    assertThat(caller.may(Role.OBSERVER, new SiteCode("saf"))).isTrue();
    assertThat(caller.may(Role.OBSERVER, new SiteCode("mrc"))).isFalse();
  }

  @Test
  void endsWithTheTokenAlsoIfItWasVerifiedBefore() {
    String token = login();
    identified(hub, token);

    clock.forward(Duration.ofHours(8).plusSeconds(60));

    assertRefused(hub, token, "expired");
  }

  @Test
  void endsWithRevocationOnEveryHubAndAfterARestart() {
    String token = login();
    identified(other, token);

    hub.service.revoke(token);

    assertRefused(hub, token, "revoked");
    other.revocations.refresh();
    assertRefused(other, token, "revoked");
    HubSecurity restarted = new HubSecurity(data, clock, database);
    restarted.revocations.refresh();
    assertRefused(restarted, token, "revoked");
  }

  @Test
  void ofAnotherLoginStaysWhenOneIsRevoked() {
    String kept = login();

    hub.service.revoke(login());

    assertThat(identified(hub, kept).getName()).isEqualTo("wren");
  }

  @Test
  void endsForAllOfASubjectButNotForTheNextLogin() {
    String before = login();

    hub.service.revokeAll("wren");
    String after = login();

    assertRefused(hub, before, "revoked");
    assertThat(identified(hub, after).getName()).as("in the same millisecond").isEqualTo("wren");
    assertThatThrownBy(() -> hub.service.forRefresh("lpr_" + "0".repeat(32) + "_" + "0".repeat(64)))
        .isInstanceOf(LightpathException.class);
  }

  @Test
  void keepsFewRevocationsOfOneSubject() {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      tokens.add(login());
      hub.service.revoke(tokens.get(i));
    }

    assertThat(database.revocations.size()).isLessThanOrEqualTo(102);
    other.revocations.refresh();
    for (String token : tokens) {
      assertRefused(other, token, "revoked");
    }
  }

  @Test
  void forgetsRevocationsOnceTheTokenHasEnded() {
    hub.service.revoke(login());

    clock.forward(Duration.ofHours(9));
    hub.revocations.dropExpired();

    assertThat(database.revocations.size()).isZero();
  }

  @Test
  void learnsOfARevocationThatBecameVisibleLate() {
    String late = login();
    String id = identified(hub, late).proof().login();
    String early = hub.tokens.issue(Caller.everywhere("x", "x"), "l");
    Revocation slow =
        Revocation.ofProof(
            identified(hub, early).proof().serial(), "wren", id, NOW.plusSeconds(60_000));
    clock.forward(Duration.ofSeconds(30));
    hub.service.revoke(login());
    other.revocations.refresh();

    database.revocations.add(slow);
    other.revocations.refresh();

    assertRefused(other, late, "revoked");
  }

  @Test
  void isRevokedForEverybodyOnceRevocationHasAnswered() throws Exception {
    for (int round = 0; round < 20; round++) {
      String token = login();
      AtomicBoolean revoked = new AtomicBoolean();
      List<Boolean> wrong =
          AtOnce.results(
              8,
              i ->
                  i == 0
                      ? revoking(token, revoked)
                      : () -> {
                        boolean slipped = false;
                        for (int k = 0; k < 200; k++) {
                          boolean over = revoked.get();
                          slipped |= holds(token) && over;
                        }
                        return slipped;
                      });
      assertThat(wrong).containsOnly(false);
      assertThat(holds(token)).isFalse();
    }
  }

  private Callable<Boolean> revoking(String token, AtomicBoolean revoked) {
    return () -> {
      hub.service.revoke(token);
      revoked.set(true);
      return false;
    };
  }

  private boolean holds(String token) {
    try {
      hub.identity.identify(Credentials.token(token, HERE));
      return true;
    } catch (LightpathException e) {
      return false;
    }
  }

  @Test
  void endsOpenConnectionsWithTheirProof() {
    Held revoked = new Held(identified(hub, login()));
    Held anonymous = new Held(Identified.NOBODY);
    String token = login();
    Held kept = new Held(identified(hub, token));
    List.of(revoked, anonymous, kept).forEach(hub.connections::join);

    hub.revocations.revoke("wren", revoked.who.proof().login(), NOW.plusSeconds(99_999));
    hub.connections.endThoseWithoutProof();

    assertThat(revoked.ends).singleElement().asString().contains("revoked");
    assertThat(anonymous.ends).isEmpty();
    assertThat(kept.ends).isEmpty();

    clock.forward(Duration.ofHours(9));
    hub.connections.endThoseWithoutProof();
    hub.connections.endThoseWithoutProof();

    assertThat(kept.ends).singleElement().asString().contains("expired");
    assertThat(revoked.ends).hasSize(1);
  }

  @Test
  void ofARefreshHasTheGrantsOfNow() {
    Issued first = hub.logIn("wren", PASSWORD);
    database.users.rows.put("wren", new User("wren", "h", Grant.parseAll("viewer@mrc"), NOW));

    Issued second = hub.service.forRefresh(first.refreshToken());

    assertThat(identified(hub, second.accessToken()).caller().grants())
        .isEqualTo(Set.of(Grant.at(Role.VIEWER, new SiteCode("mrc"))));
    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
  }

  @Test
  void endsForThiefAndOwnerWhenARefreshTokenIsUsedTwice() {
    Issued first = hub.logIn("wren", PASSWORD);
    Issued second = hub.service.forRefresh(first.refreshToken());

    assertNoRefresh(first.refreshToken());

    assertNoRefresh(second.refreshToken());
    assertRefused(hub, first.accessToken(), "revoked");
    assertRefused(hub, second.accessToken(), "revoked");
  }

  @Test
  void isRefreshedByOneOfManyWhoTryAtOnce() throws Exception {
    Issued first = hub.logIn("wren", PASSWORD);

    List<Boolean> won =
        AtOnce.results(
            8,
            i ->
                () -> {
                  try {
                    (i % 2 == 0 ? hub : other).service.forRefresh(first.refreshToken());
                    return true;
                  } catch (LightpathException e) {
                    return false;
                  }
                });

    assertThat(won.stream().filter(it -> it)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void isNotRefreshedAfterTheLastDay() {
    Issued first = hub.logIn("wren", PASSWORD);
    assertThat(first.refreshLife()).isEqualTo(Duration.ofDays(30));

    clock.forward(Duration.ofDays(30));

    assertNoRefresh(first.refreshToken());
  }

  @Test
  void isNotRefreshedForAUserWhoIsGone() {
    Issued first = hub.logIn("wren", PASSWORD);
    database.users.rows.clear();

    assertNoRefresh(first.refreshToken());
  }

  @Test
  void isRefreshedByTheNewestLoginsOfAUser() {
    Issued oldest = hub.logIn("wren", PASSWORD);
    for (int i = 0; i < 100; i++) {
      clock.forward(Duration.ofSeconds(1));
      hub.logIn("wren", PASSWORD);
    }

    assertThat(database.logins.size()).isEqualTo(100);
    assertNoRefresh(oldest.refreshToken());
  }

  @Test
  void endsWhenTheRefreshTokenIsRevoked() {
    Issued issued = hub.logIn("wren", PASSWORD);

    hub.service.revoke(issued.refreshToken());

    assertRefused(hub, issued.accessToken(), "revoked");
    assertNoRefresh(issued.refreshToken());
  }

  @Test
  void isNotRevokedByWhatIsNoToken() {
    hub.service.revoke("nonsense");

    assertThat(database.revocations.size()).isZero();
    assertThatThrownBy(() -> hub.service.revoke(Identified.NOBODY))
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT));
  }

  private String login() {
    return hub.logIn("wren", PASSWORD).accessToken();
  }

  private static Identified identified(HubSecurity hub, String token) {
    return hub.identity.identify(Credentials.token(token, HERE));
  }

  private void assertNoRefresh(String token) {
    assertThatThrownBy(() -> hub.service.forRefresh(token))
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
  }

  private static void assertRefused(HubSecurity hub, String token, String why) {
    assertThatThrownBy(() -> identified(hub, token))
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED))
        .hasMessageContaining(why);
  }

  private static final class Held implements OpenConnections.Connection {

    private final Identified who;
    private final List<String> ends = new ArrayList<>();

    Held(Identified who) {
      this.who = who;
    }

    @Override
    public Identified holder() {
      return who;
    }

    @Override
    public void end(String reason) {
      ends.add(reason);
    }
  }
}
