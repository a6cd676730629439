package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.Ids;

/** Claims as MicroProfile JWT 2.1 section 4 wants them. */
final class TokensTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");
  private static final Caller WREN =
      Caller.everywhere("wren", "Wren", Role.OBSERVER, Role.SITE_AGENT);

  @TempDir Path data;
  @TempDir Path elsewhere;

  @Test
  void sayWhoTheCallerIsAndWhatHeMay() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(tokens(data).issue(WREN, "login-1")).getJWTClaimsSet();

    assertThat(claims.getIssuer()).isEqualTo("lightpath");
    assertThat(claims.getAudience()).containsExactly("lightpath");
    assertThat(claims.getSubject()).isEqualTo("wren");
    assertThat(claims.getStringClaim("upn")).isEqualTo("Wren");
    assertThat(claims.getStringListClaim("groups"))
        .containsExactlyInAnyOrder("observer", "site-agent");
  }

  @Test
  void holdFromNowForTheirLife() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(tokens(data).issue(WREN, "login-1")).getJWTClaimsSet();

    assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
    assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plus(Duration.ofHours(8))));
    assertThat(tokens(data).life()).isEqualTo(Duration.ofHours(8));
  }

  @Test
  void areEachOneOfItsKind() throws Exception {
    Tokens tokens = tokens(data);

    assertThat(SignedJWT.parse(tokens.issue(WREN, "login-1")).getJWTClaimsSet().getJWTID())
        .isNotEqualTo(SignedJWT.parse(tokens.issue(WREN, "login-1")).getJWTClaimsSet().getJWTID());
  }

  @Test
  void areSignedByThisHubAndNoOther() throws Exception {
    SignedJWT token = SignedJWT.parse(tokens(data).issue(WREN, "login-1"));

    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    assertThat(token.verify(verifier(data))).isTrue();
    assertThat(token.verify(verifier(elsewhere))).isFalse();
  }

  private static Tokens tokens(Path folder) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new Tokens(keys(folder), clock, new Ids(clock), Duration.ofHours(8));
  }

  private static RSASSAVerifier verifier(Path folder) {
    return new RSASSAVerifier((RSAPublicKey) keys(folder).signingPair().getPublic());
  }

  private static Keys keys(Path folder) {
    return new Keys(new DataFolder(folder.toString()), new Profile("production"));
  }
}
