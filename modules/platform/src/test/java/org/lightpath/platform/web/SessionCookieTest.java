package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.network.ClientAddress;
import org.lightpath.platform.security.Keys;
import org.lightpath.platform.security.Profile;

final class SessionCookieTest {

  private static final String OWN = "http://127.0.0.1:8080";
  private static final String PUBLIC = "https://hub.example.org";
  private static final Duration LIFE = Duration.ofHours(1);

  @TempDir private static Path data;

  private final SessionCookie development = cookie("development");
  private final SessionCookie production = cookie("production");
  private final PlainRequest request =
      new PlainRequest()
          .with("Host", "127.0.0.1:8080")
          .with("Cookie", "theme=night; " + pair(development.with("a.b.c", LIFE)) + "; other=1");

  /** What a browser sends back of a {@code Set-Cookie}. */
  private static String pair(String set) {
    return set.substring(0, set.indexOf(';'));
  }

  @Test
  void aTokenThatTheHubDidNotPutThereIsNone() {
    String sealed = pair(development.with("a.b.c", LIFE));
    for (String forged :
        List.of(
            "lightpath-session=a.b.c",
            "lightpath-session=a.b.c~",
            sealed.replace("a.b.c", "a.b.d"))) {
      assertThat(development.tokenIn(new PlainRequest().with("Cookie", forged).http()))
          .as(forged)
          .hasValueSatisfying(token -> assertThat(token).doesNotContain("."));
    }
    assertThat(development.tokenIn(new PlainRequest().with("Cookie", sealed).http()))
        .contains("a.b.c");
  }

  /** RFC 6265bis, section 4.1.3.2: what a browser wants of a name that begins so. */
  @Test
  void isBoundToTheHostAndToTlsInProduction() {
    assertThat(production.with("a.b.c", LIFE))
        .matches(
            "__Host-lightpath-session=a\\.b\\.c~[\\w-]{43}; Path=/; Max-Age=3600; HttpOnly;"
                + " SameSite=Strict; Secure");
    assertThat(production.none())
        .isEqualTo(
            "__Host-lightpath-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure");
  }

  @Test
  void canDoWithoutTlsOnTheLoopbackAddress() {
    assertThat(development.with("a.b.c", Duration.ofMinutes(5)))
        .matches(
            "lightpath-session=a\\.b\\.c~[\\w-]{43}; Path=/; Max-Age=300; HttpOnly;"
                + " SameSite=Strict");
  }

  @Test
  void thatNoBrowserWouldKeepIsNotGiven() {
    int rest = production.with("", Duration.ofHours(1)).length();
    assertThat(production.with("x".repeat(4096 - rest), Duration.ofHours(1))).hasSize(4096);

    assertThatThrownBy(() -> production.with("x".repeat(4097 - rest), Duration.ofHours(1)))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNPROCESSABLE))
        .hasMessageContaining("4097 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
  void provesReadsWithoutFurtherAdo(String method) {
    request.method = method;

    assertThat(development.proofIn(request.http())).contains("a.b.c");
    assertThat(production.proofIn(request.http())).as("it has another name there").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "BREW"})
  void provesWritesWithTheMark(String method) {
    request.method = method;
    assertForbidden("needs the header X-Lightpath-Request: 1");

    request.with(OwnPage.MARK, "1");
    assertThat(development.proofIn(request.http())).contains("a.b.c");
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, PUBLIC})
  void provesWritesOfItsOwnPages(String origin) {
    request.method = "POST";
    request.with(OwnPage.MARK, "1").with("Origin", origin).with("Sec-Fetch-Site", "same-origin");

    assertThat(development.proofIn(request.http())).contains("a.b.c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1:8080",
        "http://127.0.0.1",
        "http://127.0.0.1:8081",
        "http://127.0.0.1:8080.evil.example",
        "http://evil.example",
        "https://console.hub.example.org",
        "null",
        ""
      })
  void provesNoWriteOfOtherPages(String origin) {
    request.method = "POST";
    request.with(OwnPage.MARK, "1").with("Origin", origin);

    assertForbidden("own origin");
  }

  @ParameterizedTest
  @CsvSource({"same-site", "cross-site", "none"})
  void provesNoWriteThatABrowserSaysIsForAnotherPage(String site) {
    request.method = "POST";
    request.with(OwnPage.MARK, "1").with("Sec-Fetch-Site", site);

    assertForbidden(site);
  }

  @Test
  void provesASocketOfItsOwnPagesAlone() {
    request.with("Upgrade", "websocket");
    assertForbidden("this one has null");

    request.with("Origin", OWN);
    assertThat(development.proofIn(request.http())).contains("a.b.c");
  }

  @Test
  void provesNothingWhereASessionBegins() {
    request.method = "POST";
    for (String path : new String[] {"/api/session", "/api/session/"}) {
      request.path = path;
      assertThat(development.proofIn(request.http())).isEmpty();
    }
    request.path = "/api/session/refresh";
    assertForbidden("X-Lightpath-Request");
  }

  @Test
  void thatIsEmptyIsNone() {
    PlainRequest bare = new PlainRequest().with("Cookie", "lightpath-session=");

    assertThat(development.proofIn(bare.http())).isEmpty();
    assertThat(development.proofIn(new PlainRequest().http())).isEmpty();
  }

  private void assertForbidden(String words) {
    assertThatThrownBy(() -> development.proofIn(request.http()))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN))
        .hasMessageContaining(words);
  }

  private static SessionCookie cookie(String profile) {
    ClientAddress addresses = new ClientAddress(Optional.empty(), "X-Forwarded-For");
    OwnPage own = new OwnPage(Optional.of(URI.create(PUBLIC + ":443/")), addresses);
    Profile known = new Profile(profile);
    return new SessionCookie(
        known, own, new Keys(new DataFolder(data.resolve(profile).toString()), known));
  }
}
