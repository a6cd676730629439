package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.ApiKeys.NewKey;

final class ApiKeysTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @TempDir Path data;
  private final HubSecurity.SetClock clock = new HubSecurity.SetClock(NOW);
  private final HubSecurity.Database database = new HubSecurity.Database();
  private HubSecurity hub;

  @BeforeEach
  void start() {
    hub = new HubSecurity(data, clock, database);
  }

  @Test
  void proveAMachineWithItsGrants() {
    NewKey made = hub.keys.create(order("dome camera", Optional.empty()));

    Caller caller = identified(made.secret()).caller();

    assertThat(caller.subject()).isEqualTo("key:" + made.key().id());
    assertThat(caller.name()).isEqualTo("dome camera");
    assertThat(caller.grants()).isEqualTo(Grant.parseAll("site-agent@saf"));
  }

  @Test
  void haveTheDocumentedFormAndKeepNoSecret() {
    NewKey made = hub.keys.create(order("a", Optional.empty()));

    assertThat(made.secret()).matches("lp_[0-9a-z]{26}_[0-9a-f]{64}").contains(made.key().id());
    String secret = made.secret().substring(made.secret().lastIndexOf('_') + 1);
    assertThat(made.key().secretHash()).isEqualTo(Digest.hex(secret)).isNotEqualTo(secret);
    assertThat(made).asString().doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lp_", "lp__", "lp_a_b", "x", "lp_../_..", "LP_A_B"})
  void thatAreNoneAreRefusedWithoutALook(String text) {
    assertRefused(text);

    assertThat(database.keys.looks).isZero();
  }

  @Test
  void withAWrongSecretOrIdAreRefused() {
    String good = hub.keys.create(order("a", Optional.empty())).secret();
    char last = good.charAt(good.length() - 1);

    assertRefused(good.substring(0, good.length() - 1) + (last == '0' ? '1' : '0'));
    assertRefused("lp_" + "0".repeat(26) + good.substring(29));
    assertRefused(good.toUpperCase(java.util.Locale.ROOT));
  }

  @Test
  void endAtTheirTimeAlsoIfVerifiedBefore() {
    String key = hub.keys.create(order("a", Optional.of(NOW.plusSeconds(60)))).secret();
    identified(key);

    clock.forward(Duration.ofSeconds(59));
    identified(key);
    clock.forward(Duration.ofSeconds(1));

    assertRefused(key);
  }

  @Test
  void endWithRevocationOnAllHubs() {
    HubSecurity other = new HubSecurity(data, clock, database);
    NewKey made = hub.keys.create(order("a", Optional.empty()));
    other.identity.identify(Credentials.key(made.secret(), HERE));

    hub.keys.revoke(made.key().id());
    other.revocations.refresh();

    assertRefused(made.secret());
    assertThatThrownBy(() -> other.identity.identify(Credentials.key(made.secret(), HERE)))
        .hasMessageContaining("revoked");
    clock.forward(Duration.ofDays(400));
    other.revocations.refresh();
    assertThatThrownBy(() -> other.identity.identify(Credentials.key(made.secret(), HERE)))
        .as("a year after the revocation itself was forgotten")
        .isInstanceOf(LightpathException.class);
    assertCode(() -> hub.keys.revoke(made.key().id()), ErrorCode.NOT_FOUND);
    assertCode(() -> hub.keys.revoke("nothing"), ErrorCode.NOT_FOUND);
  }

  @Test
  void areLookedUpOnceWhileNothingIsRevoked() {
    String key = hub.keys.create(order("a", Optional.empty())).secret();

    for (int i = 0; i < 5; i++) {
      identified(key);
    }

    assertThat(database.keys.looks).isEqualTo(1);
  }

  @Test
  void noteTheirLastUseOncePerWriting() {
    NewKey made = hub.keys.create(order("a", Optional.empty()));
    identified(made.secret());
    clock.forward(Duration.ofSeconds(30));
    identified(made.secret());

    assertThat(database.keys.uses).isEmpty();
    hub.keys.writeUses();
    hub.keys.writeUses();

    assertThat(database.keys.uses).containsExactly(made.key().id() + " " + NOW.plusSeconds(30));
  }

  @Test
  void standInTheTrailWithoutTheirSecrets() {
    String id = hub.keys.create(order("dome camera", Optional.empty())).key().id();
    hub.keys.revoke(id);
    assertCode(() -> hub.keys.revoke(id), ErrorCode.NOT_FOUND);

    assertThat(database.acts.done).containsExactly("key.add " + id, "key.revoke " + id);
  }

  @Test
  void areListedOldestFirst() {
    NewKey first = hub.keys.create(order("first", Optional.empty()));
    NewKey second = hub.keys.create(order("second", Optional.empty()));

    assertThat(hub.keys.list("", 10)).extracting(ApiKey::name).containsExactly("first", "second");
    assertThat(hub.keys.list(first.key().id(), 10))
        .extracting(ApiKey::id)
        .isEqualTo(List.of(second.key().id()));
  }

  @Test
  void needANameAGrantAndATimeToCome() {
    assertCode(() -> hub.keys.create(order("", Optional.empty())), ErrorCode.INVALID_ARGUMENT);
    assertCode(() -> hub.keys.create(order("a\nb", Optional.empty())), ErrorCode.INVALID_ARGUMENT);
    assertCode(
        () -> hub.keys.create(order("x".repeat(65), Optional.empty())), ErrorCode.INVALID_ARGUMENT);
    assertCode(() -> hub.keys.create(order("a", Optional.of(NOW))), ErrorCode.INVALID_ARGUMENT);
    assertCode(
        () -> hub.keys.create(new KeyOrder("a", Set.of(), Optional.empty(), "admin")),
        ErrorCode.INVALID_ARGUMENT);
  }

  private static KeyOrder order(String name, Optional<Instant> end) {
    return new KeyOrder(name, Grant.parseAll("site-agent@saf"), end, "admin");
  }

  private Identified identified(String key) {
    return hub.identity.identify(Credentials.key(key, HERE));
  }

  private void assertRefused(String key) {
    assertCode(() -> identified(key), ErrorCode.UNAUTHENTICATED);
  }

  private static void assertCode(Runnable call, ErrorCode code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
