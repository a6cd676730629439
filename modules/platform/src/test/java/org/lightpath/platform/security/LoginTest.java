package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.preferences.InMemoryPreferences;

final class LoginTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final QuickHash hash = new QuickHash();
  private final InMemoryUsers users = new InMemoryUsers();
  private final Login production = login("production");
  private final Login development = login("development");

  @Test
  void knowsAUserByThePassword() {
    production.add("wren", "correct horse", Set.of(Grant.everywhere(Role.OBSERVER)));

    assertThat(production.check("wren", "correct horse", HERE))
        .contains(Caller.everywhere("wren", "wren", Role.OBSERVER));
    assertThat(users.rows.get("wren").passwordHash()).isEqualTo("hash of correct horse");
    assertThat(users.rows.get("wren").createdAt()).isEqualTo(NOW);
  }

  @Test
  void refusesAWrongPassword() {
    production.add("wren", "correct horse", Set.of(Grant.everywhere(Role.OBSERVER)));

    assertThat(production.check("wren", "Correct horse", HERE)).isEmpty();
    assertThat(production.check("wren", "", HERE)).isEmpty();
    assertThat(production.check("Wren", "correct horse", HERE)).isEmpty();
  }

  @Test
  void worksAsHardForANameThatDoesNotExist() {
    assertThat(production.check("nobody", "nobody has this password", HERE)).isEmpty();

    assertThat(hash.verifications).isEqualTo(1);
  }

  /** OWASP Password Storage Cheat Sheet 2023: at least 600 000 iterations with SHA-256. */
  @Test
  void hashesSlowly() {
    assertThat(hash.settings)
        .containsEntry("Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256")
        .containsEntry("Pbkdf2PasswordHash.Iterations", "600000");
  }

  @Test
  void knowsTheTutorialsUsersInDevelopment() {
    assertThat(development.check("admin", "admin", HERE))
        .contains(Caller.everywhere("admin", "admin", Role.ADMIN));
    assertThat(development.check("wren", "wren", HERE))
        .contains(Caller.everywhere("wren", "wren", Role.OBSERVER, Role.SITE_AGENT, Role.PIPELINE));
    assertThat(development.check("wren", "admin", HERE)).isEmpty();
  }

  @Test
  void knowsNoTutorialsUsersInProduction() {
    assertThat(production.check("admin", "admin", HERE)).isEmpty();
    assertThat(production.check("wren", "wren", HERE)).isEmpty();
  }

  @Test
  void asksForTheRealPasswordOnceAUserHasOneAlsoInDevelopment() {
    development.add("admin", "correct horse", Set.of(Grant.everywhere(Role.ADMIN)));

    assertThat(development.check("admin", "admin", HERE)).isEmpty();
    assertThat(development.check("admin", "correct horse", HERE)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "ä", "a\n", "a/b", "<script>"})
  void refusesNamesThatAreNone(String name) {
    assertThat(development.check(name, name, HERE)).isEmpty();
    assertRefused(() -> production.add(name, "correct horse", Set.of()));
  }

  @Test
  void boundsNamesAndPasswords() {
    assertThat(development.check("a".repeat(65), "a".repeat(65), HERE)).isEmpty();
    assertThat(production.check("wren", "x".repeat(257), HERE)).isEmpty();
    assertThat(hash.verifications).as("nothing slow for what cannot hold").isZero();
    assertRefused(() -> production.add("wren", "1234567", Set.of()));
    assertRefused(() -> production.add("wren", "x".repeat(257), Set.of()));
  }

  @Test
  void refusesAnUnknownProfile() {
    assertThatThrownBy(() -> new Profile("prod")).hasMessageContaining("lightpath.profile=prod");
  }

  private Login login(String profile) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    RecordedChanges changes =
        new RecordedChanges(
            users,
            new HubSecurity.StoredKeys(),
            new InMemoryPreferences(),
            new HubSecurity.RememberedActs());
    return new Login(users, changes, hash, new Profile(profile), new LoginAttempts(clock), clock);
  }

  private static void assertRefused(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT));
  }
}
