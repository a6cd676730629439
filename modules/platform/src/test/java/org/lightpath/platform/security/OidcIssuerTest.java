package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;

/** Tokens of a real issuer in another process's shoes: mock-oauth2-server, over HTTP. */
final class OidcIssuerTest {

  private static final String REALM = "observatory";
  private static final String AUDIENCE = "lightpath-hub";

  private final MockOAuth2Server server = new MockOAuth2Server();
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void start() {
    server.start();
    settings.put("issuer", server.issuerUrl(REALM).toString());
    settings.put("audience", AUDIENCE);
    settings.put("role.astronomers", "observer@saf,viewer");
  }

  @AfterEach
  void stop() {
    server.shutdown();
  }

  @Test
  void saysWhoItIsAndTheHubWhatHeMay() {
    Caller caller =
        check()
            .verify(
                token(
                    REALM,
                    AUDIENCE,
                    Map.of("groups", List.of("astronomers", "admin"), "name", "Wren")))
            .caller();

    assertThat(caller.subject()).isEqualTo("auth0|42");
    assertThat(caller.name()).isEqualTo("Wren");
    assertThat(caller.grants())
        .as("a role that the configuration does not name gives nothing, even 'admin'")
        .isEqualTo(
            Set.of(Grant.everywhere(Role.VIEWER), Grant.at(Role.OBSERVER, new SiteCode("saf"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/realm_access/roles", "/https:~1~1ptr.example~1meta/roles"})
  void findsRolesByAJsonPointer(String pointer) {
    settings.put("roles-claim", pointer);
    Map<String, Object> roles = Map.of("roles", List.of("astronomers"));

    Caller caller =
        check()
            .verify(
                token(
                    REALM,
                    AUDIENCE,
                    Map.of("realm_access", roles, "https://ptr.example/meta", roles)))
            .caller();

    assertThat(caller.may(Role.OBSERVER, new SiteCode("saf"))).isTrue();
  }

  @Test
  void isAnsweredForItsOwnRealmAndAudienceAlone() {
    assertRefused(token("elsewhere", AUDIENCE, Map.of()), "is not known here");
    assertRefused(token(REALM, "another-hub", Map.of()), "another audience");
  }

  @Test
  void cannotNameAUserOfTheHubNorWhatTheHubReserves() {
    for (String subject : List.of("wren", "anonymous", "key:1", "machine:dome")) {
      assertRefused(
          server.issueToken(REALM, subject, AUDIENCE, Map.of(), 3600).serialize(),
          "somebody else here");
    }
  }

  @Test
  void isUnavailableWhileItIsAwayButItsKeysAreKept() {
    TokenCheck warm = check();
    String before = token(REALM, AUDIENCE, Map.of());
    warm.verify(before);
    TokenCheck cold = check();

    server.shutdown();

    assertThat(warm.verify(before).getName()).isEqualTo("auth0|42");
    assertThatThrownBy(() -> cold.verify(before))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
  }

  @Test
  void mustSignAsTheConfigurationSays() {
    settings.put("algorithms", "ES256");

    assertRefused(token(REALM, AUDIENCE, Map.of()), "RS256 is not accepted");
  }

  @Test
  void mayNotIssueForLongerThanRevocationsAreRemembered() {
    String year =
        server.issueToken(REALM, "auth0|42", AUDIENCE, Map.of(), 365 * 86_400L).serialize();

    assertRefused(year, "longer than PT744H");
  }

  @Test
  void stopsTheStartIfItIsConfiguredByHalf() {
    settings.remove("audience");
    assertBadSettings("audience is not set");
    settings.put("audience", AUDIENCE);
    settings.put("algorithms", "HS256");
    assertBadSettings("algorithms=HS256");
    settings.put("algorithms", "RS256");
    settings.put("issuer", "http://idp.example");
    assertBadSettings("is not https");
    settings.put("issuer", "https://idp.example");
    settings.put("role.x", "owner");
    assertBadSettings("'owner' is no role");
  }

  private void assertBadSettings(String words) {
    assertThatThrownBy(this::readSettings).hasMessageContaining(words);
  }

  private OidcSettings readSettings() {
    return new OidcSettings(settings);
  }

  private String token(String realm, String audience, Map<String, Object> claims) {
    return server.issueToken(realm, "auth0|42", audience, claims, 3600).serialize();
  }

  private TokenCheck check() {
    OidcSettings read = readSettings();
    assertThat(read.algorithms()).isSubsetOf(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    RemoteKeys keys =
        new RemoteKeys(read.issuer().orElseThrow(), Clock.systemUTC(), Duration.ofSeconds(30));
    Issuer issuer = new OidcIssuer(read, keys, "wren"::equals);
    return new TokenCheck(
        name -> Optional.of(issuer).filter(i -> i.name().equals(name)), Clock.systemUTC());
  }

  private void assertRefused(String token, String why) {
    assertThatThrownBy(() -> check().verify(token))
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED))
        .hasMessageContaining(why);
  }
}
