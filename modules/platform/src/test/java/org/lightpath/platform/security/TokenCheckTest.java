package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/** The tricks of RFC 8725 (JWT Best Current Practices), section 2, and a few more. */
final class TokenCheckTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");

  private static KeyPair hub;
  private static RSAKey attacker;

  private final HubIssuer issuer = new HubIssuer(hub.getPublic());
  private final TokenCheck check =
      new TokenCheck(
          name -> Optional.of(issuer).filter(i -> i.name().equals(name)).map(i -> i),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeAll
  static void makeKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    hub = generator.generateKeyPair();
    attacker = new RSAKeyGenerator(2048).generate();
  }

  @Test
  void ofAGoodTokenSaysWhoAndForHowLong() throws Exception {
    Identified who = check.verify(signed(header().build(), claims().build()));

    assertThat(who.caller().subject()).isEqualTo("wren");
    assertThat(who.caller().name()).isEqualTo("Wren");
    assertThat(who.caller().grants()).isEqualTo(Grant.parseAll("viewer,observer@saf"));
    assertThat(who.proof().expiresAt()).isEqualTo(NOW.plusSeconds(3600 + 60));
    assertThat(who.proof().login()).isEqualTo("login-1");
    assertThat(who.proof().serial()).isEqualTo("01KHD1Y2ZC0000000000000000");
  }

  @Test
  void refusesWhatNobodySigned() {
    String head = Base64URL.encode("{\"alg\":\"none\"}").toString();
    String body = Base64URL.encode(claims().build().toString()).toString();

    assertRefused(head + "." + body + ".", "malformed");
    assertRefused(head + "." + body + ".AAAA", "malformed");
  }

  @Test
  void refusesTheAlgorithmNoneInAnySpelling() {
    String body = Base64URL.encode(claims().build().toString()).toString();
    for (String none : List.of("None", "NONE", "nOnE")) {
      String head = Base64URL.encode("{\"alg\":\"" + none + "\"}").toString();
      assertRefused(head + "." + body + ".AAAA", "the token does not hold");
    }
  }

  @Test
  void refusesAnHmacWithThePublicKeyAsSecret() throws Exception {
    SignedJWT token = new SignedJWT(header(JWSAlgorithm.HS256).build(), claims().build());
    token.sign(new MACSigner(hub.getPublic().getEncoded()));

    assertRefused(token.serialize(), "algorithm HS256 is not accepted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256"})
  void refusesAlgorithmsThatAreNotOurs(String algorithm) throws Exception {
    JWSHeader header = header(JWSAlgorithm.parse(algorithm)).build();

    assertRefused(signed(header, claims().build()), algorithm + " is not accepted");
  }

  @Test
  void refusesAnEllipticCurveThatNobodyNamed() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).generate();

    assertRefused(
        signed(header(JWSAlgorithm.ES256).build(), claims().build(), new ECDSASigner(key)),
        "ES256 is not accepted");
  }

  @Test
  void refusesAnotherKeyUnderOurKid() throws Exception {
    assertRefused(forged(header().build()), "signature is wrong");
  }

  @Test
  void refusesAHeaderThatBringsItsKeyOrSaysWhereToFindIt() throws Exception {
    URI evil = URI.create("https://evil.example/keys");

    assertRefused(forged(header().jwk(attacker.toPublicJWK()).build()), "must not hold");
    assertRefused(forged(header().jwkURL(evil).build()), "must not hold");
    assertRefused(forged(header().x509CertURL(evil).build()), "must not hold");
    assertRefused(
        forged(header().x509CertChain(List.of(Base64.encode("x"))).build()), "must not hold");
    assertRefused(forged(header().criticalParams(Set.of("exp")).build()), "must not hold");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "/dev/null", "' or 1=1 --", "other"})
  void looksAtAKidAsANameAndNothingElse(String kid) throws Exception {
    assertRefused(signed(header().keyID(kid).build(), claims().build()), "no key of that kid");
  }

  @Test
  void refusesATokenWithoutKid() throws Exception {
    assertRefused(signed(header().keyID(null).build(), claims().build()), "no key of that kid");
  }

  @Test
  void refusesAnotherIssuerOrAudienceOrNone() throws Exception {
    assertRefused(signed(claims().issuer("https://evil.example")), "is not known here");
    assertRefused(signed(claims().issuer(null)), "is not known here");
    assertRefused(signed(claims().audience("lightpath2")), "another audience");
    assertRefused(signed(claims().audience(List.<String>of())), "another audience");
  }

  @Test
  void endsAMinuteAfterItsTimeAndNoLater() throws Exception {
    assertThat(check.verify(signed(claims().expirationTime(at(-59)))).getName()).isEqualTo("wren");
    assertRefused(signed(claims().expirationTime(at(-60))), "expired");
    assertRefused(signed(claims().expirationTime(null)), "expired");
  }

  @Test
  void beginsAtMostAMinuteBeforeItsTime() throws Exception {
    assertThat(check.verify(signed(claims().notBeforeTime(at(60)))).getName()).isEqualTo("wren");
    assertRefused(signed(claims().notBeforeTime(at(61))), "not hold yet");
  }

  /** RFC 7519, section 4.1.6, asks nothing of iat; the signature says that the hub issued it. */
  @Test
  void ourOwnHoldsEvenIfOurClockWasSetBackSinceItWasIssued() throws Exception {
    assertThat(check.verify(signed(claims().issueTime(at(3600)))).getName()).isEqualTo("wren");
  }

  @Test
  void needsASubject() throws Exception {
    assertRefused(signed(claims().subject(null)), "subject");
    assertRefused(signed(claims().subject(" ")), "subject");
    assertRefused(signed(claims().subject("x".repeat(256))), "subject");
  }

  @Test
  void boundsTheLength() throws Exception {
    String fits = "x".repeat(4000);
    assertThat(check.verify(signed(claims().claim("note", fits))).getName()).isEqualTo("wren");

    assertRefused(signed(claims().claim("note", "x".repeat(9000))), "longer than 8192");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c", "a.b.c.d.e", "{}", "é.é.é", "%00"})
  void refusesWhatIsNoToken(String text) {
    assertRefused(text, "the token does not hold");
  }

  @Test
  void refusesChangedClaims() throws Exception {
    String[] parts = signed(claims()).split("\\.");
    String body =
        Base64URL.encode(claims().claim("groups", List.of("admin")).build().toString()).toString();

    assertRefused(parts[0] + "." + body + "." + parts[2], "signature is wrong");
  }

  /** The last character of a signature holds bits that mean nothing. */
  @Test
  void revokesEverySpellingOfASignatureAtOnce() throws Exception {
    String token = signed(claims());
    String id = check.verify(token).proof().id();
    String respelt =
        token.substring(0, token.length() - 1) + next(token.charAt(token.length() - 1));

    try {
      assertThat(check.verify(respelt).proof().id()).isEqualTo(id);
    } catch (LightpathException refused) {
      assertThat(refused.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
    }
  }

  private static char next(char base64) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return alphabet.charAt(alphabet.indexOf(base64) ^ 1);
  }

  private static JWSHeader.Builder header() {
    return header(JWSAlgorithm.RS256);
  }

  private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm)
        .type(JOSEObjectType.JWT)
        .keyID(HubIssuer.keyIdOf((RSAPublicKey) hub.getPublic()));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("lightpath")
        .audience("lightpath")
        .subject("wren")
        .claim("upn", "Wren")
        .claim("groups", List.of("viewer"))
        .claim("grants", List.of("observer@saf"))
        .claim("sid", "login-1")
        .jwtID("01KHD1Y2ZC0000000000000000")
        .issueTime(at(0))
        .expirationTime(at(3600));
  }

  private static Date at(long secondsFromNow) {
    return Date.from(NOW.plus(Duration.ofSeconds(secondsFromNow)));
  }

  private static String signed(JWTClaimsSet.Builder claims) throws JOSEException {
    return signed(header().build(), claims.build());
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims) throws JOSEException {
    return signed(header, claims, new RSASSASigner(hub.getPrivate()));
  }

  private static String forged(JWSHeader header) throws JOSEException {
    return signed(header, claims().build(), new RSASSASigner(attacker));
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
      throws JOSEException {
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private void assertRefused(String token, String why) {
    assertThatThrownBy(() -> check.verify(token))
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED))
        .hasMessageContaining(why);
  }
}
