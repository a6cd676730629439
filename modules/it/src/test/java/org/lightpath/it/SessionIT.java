package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A browser's session, from the password to the end, and what a page of another site gets of it.
 */
final class SessionIT extends OnServer {

  private static final String MARK = "X-Lightpath-Request";
  private static final String OWN = "http://" + HUB.base.getAuthority();
  private static final String FOREIGN = "https://evil.example";

  /** What a page of the hub sends. */
  private static HttpRequest.Builder own(String path) {
    return HUB.request(path).header(MARK, "1").header("Origin", OWN);
  }

  private static HttpResponse<String> begin(String user, String password) {
    return HUB.send(own("/api/session").POST(body(user, password)));
  }

  private static HttpRequest.BodyPublisher body(String user, String password) {
    return BodyPublishers.ofString(
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user, password));
  }

  /** The cookie as a browser sends it back. */
  private static String cookieOf(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return set.substring(0, set.indexOf(';'));
  }

  private static HttpResponse<String> get(String path, String cookie) {
    return HUB.send(HUB.request(path).header("Cookie", cookie));
  }

  private static String subject(String cookie) {
    return HubClient.object(get("/api/me", cookie)).getString("subject");
  }

  @Test
  void beginsWithAPasswordAndShowsItsTokenToNoScript() {
    HttpResponse<String> begun = begin("eve", "eve");

    assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("lightpath-session=")
        .endsWith("; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict");
    assertThat(begun.headers().firstValue("Cache-Control")).contains("no-store");
    JsonObject session = HubClient.object(begun);
    assertThat(session.keySet()).containsExactlyInAnyOrder("subject", "expires_at");
    assertThat(session.getString("subject")).isEqualTo("eve");

    JsonObject me = HubClient.object(get("/api/me", cookieOf(begun)));
    assertThat(me.getString("subject")).isEqualTo("eve");
    assertThat(me.getJsonObject("roles").toString())
        .isEqualTo("{\"*\":[\"observer\",\"site-agent\",\"pipeline\"]}");
    assertThat(me.getJsonObject("operations").getJsonArray("*").toString())
        .contains("\"requestJob\"")
        .doesNotContain("\"createUser\"");
    assertThat(me.getJsonNumber("session_expires_at").longValue())
        .isBetween(
            session.getJsonNumber("expires_at").longValue() - 2_000, // a token has whole seconds
            session.getJsonNumber("expires_at").longValue());
  }

  @Test
  void aWrongPasswordBringsNoCookieAndStandsInTheTrail() {
    HttpResponse<String> refused = begin("eve", "no-such-pa55");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    HubClient.await(
        "the entry",
        () -> HUB.as(HUB.token("admin")).get("/api/admin/audit?action=POST%20/api/session").body(),
        trail -> trail.contains("\"status\":401"));
  }

  @Test
  void storesPreferencesOfItsUser() {
    String cookie = cookieOf(begin("eve", "eve"));
    assertThat(put(own("/api/me/preferences"), cookie, "{\"theme\":\"night\"}")).isEqualTo(204);

    assertThat(get("/api/me/preferences", cookie).body()).isEqualTo("{\"theme\":\"night\"}");
    String others = cookieOf(begin("fay", "fay"));
    assertThat(get("/api/me/preferences", others).body()).isEqualTo("{}");
  }

  @Test
  void writesNeedTheMarkAndTheOwnOrigin() {
    String cookie = cookieOf(begin("eve", "eve"));
    String path = "/api/me/preferences";

    assertThat(put(HUB.request(path), cookie, "{}")).isEqualTo(403);
    assertThat(put(HUB.request(path).header("Origin", OWN), cookie, "{}")).isEqualTo(403);
    assertThat(put(HUB.request(path).header(MARK, "1").header("Origin", FOREIGN), cookie, "{}"))
        .isEqualTo(403);
    assertThat(
            put(
                HUB.request(path).header(MARK, "1").header("Sec-Fetch-Site", "cross-site"),
                cookie,
                "{}"))
        .isEqualTo(403);
    assertThat(put(own(path), cookie, "{}")).isEqualTo(204);
  }

  @Test
  void aTokenGoesBeforeTheCookie() {
    String cookie = cookieOf(begin("eve", "eve"));

    HttpResponse<String> both =
        HUB.send(
            HUB.request("/api/me")
                .header("Cookie", cookie)
                .header("Authorization", "Bearer " + HUB.token("fay")));
    assertThat(HubClient.object(both).getString("subject")).isEqualTo("fay");
    HttpResponse<String> bad =
        HUB.send(
            HUB.request("/api/me").header("Cookie", cookie).header("Authorization", "Bearer x"));
    assertThat(bad.statusCode()).as("a cookie mends no bad token").isEqualTo(401);
  }

  @Test
  void nobodyIsLoggedInByAForeignPage() {
    for (HttpRequest.Builder request :
        new HttpRequest.Builder[] {
          HUB.request("/api/session"),
          HUB.request("/api/session").header(MARK, "1").header("Origin", FOREIGN),
          HUB.request("/api/session").header("Content-Type", "text/plain").header("Origin", OWN),
        }) {
      HttpResponse<String> answer = HUB.send(request.POST(body("eve", "eve")));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  /** Whoever has stolen a program's token must not be able to renew it. */
  @Test
  void aTokenIsNoSession() {
    String stolen = "lightpath-session=" + HUB.token("eve");
    HttpResponse<String> refused =
        HUB.send(
            own("/api/session/refresh").header("Cookie", stolen).POST(BodyPublishers.noBody()));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(401);
    assertThat(get("/api/me", stolen).statusCode()).isEqualTo(401);
  }

  @Test
  void aCookieThatWasThereBeforeIsReplaced() {
    String fixed = cookieOf(begin("eve", "eve"));

    HttpResponse<String> begun =
        HUB.send(own("/api/session").header("Cookie", fixed).POST(body("fay", "fay")));
    String cookie = cookieOf(begun);

    assertThat(cookie).isNotEqualTo(fixed);
    assertThat(subject(cookie)).isEqualTo("fay");
    assertThat(subject(fixed)).isEqualTo("eve");
  }

  @Test
  void goesOnByRefreshAndEndsByLogout() {
    String first = cookieOf(begin("eve", "eve"));
    HttpResponse<String> refreshed =
        HUB.send(own("/api/session/refresh").header("Cookie", first).POST(BodyPublishers.noBody()));
    String second = cookieOf(refreshed);
    assertThat(second).isNotEqualTo(first);
    assertThat(subject(first)).as("for another tab").isEqualTo("eve");

    HttpResponse<String> ended = HUB.send(own("/api/session").header("Cookie", second).DELETE());
    assertThat(ended.statusCode()).as(ended.body()).isEqualTo(204);
    assertThat(ended.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    for (String cookie : new String[] {first, second}) {
      HttpResponse<String> answer = get("/api/me", cookie);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
          .as("the browser is to forget it")
          .startsWith("lightpath-session=;")
          .contains("Max-Age=0");
    }
    String anew =
        cookieOf(HUB.send(own("/api/session").header("Cookie", second).POST(body("eve", "eve"))));
    assertThat(subject(anew)).isEqualTo("eve");
  }

  @Test
  void withoutACookieThereIsNothingToRefreshOrToEnd() {
    HttpResponse<String> refresh =
        HUB.send(own("/api/session/refresh").POST(BodyPublishers.noBody()));
    assertThat(refresh.statusCode()).isEqualTo(401);
    assertThat(HUB.send(own("/api/session").DELETE()).statusCode()).isEqualTo(401);
  }

  @Test
  void opensASocketOfItsOwnPagesThatEndsWithIt() {
    String cookie = cookieOf(begin("eve", "eve"));
    try (NewsListener news =
        new NewsListener(HUB, "?site=saf", Map.of("Cookie", cookie, "Origin", OWN))) {
      assertThat(news.closeCode).isZero();
      HUB.send(own("/api/session").header("Cookie", cookie).DELETE());

      HubClient.await("the close", () -> news.closeCode, code -> code != 0);
      assertThat(news.closeCode).isEqualTo(1008);
      assertThat(news.closeReason).contains("revoked");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {FOREIGN, "null", ""})
  void opensNoSocketOfAnotherPage(String origin) {
    String cookie = cookieOf(begin("eve", "eve"));
    Map<String, String> headers =
        origin.isEmpty() ? Map.of("Cookie", cookie) : Map.of("Cookie", cookie, "Origin", origin);

    assertThatThrownBy(() -> new NewsListener(HUB, "?site=saf", headers))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));
  }

  @Test
  void endsWithAnotherPassword() {
    HubClient admin = HUB.as(HUB.token("admin"));
    String user = "{\"name\":\"robin\",\"password\":\"correct horse\",\"roles\":[\"viewer\"]}";
    admin.send(admin.request("/api/admin/users").POST(BodyPublishers.ofString(user)));
    try {
      String cookie = cookieOf(begin("robin", "correct horse"));
      assertThat(subject(cookie)).isEqualTo("robin");

      HttpResponse<String> changed =
          admin.send(
              admin
                  .request("/api/admin/users/robin/password")
                  .PUT(BodyPublishers.ofString("{\"password\":\"another horse\"}")));

      assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
      assertThat(get("/api/me", cookie).statusCode()).isEqualTo(401);
    } finally {
      admin.send(admin.request("/api/admin/users/robin").DELETE());
    }
  }

  private static int put(HttpRequest.Builder request, String cookie, String json) {
    return HUB.send(request.header("Cookie", cookie).PUT(BodyPublishers.ofString(json)))
        .statusCode();
  }
}
