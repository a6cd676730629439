package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who it is, asked over HTTP and on the hub's socket. */
final class IdentityIT extends OnServer {

  private static HttpResponse<String> get(String path, String header, String value) {
    return HUB.send(HUB.request(path).header(header, value));
  }

  private static int statusWith(String token) {
    return get("/api/saf/devices", "Authorization", "Bearer " + token).statusCode();
  }

  private static HttpResponse<String> form(String path, String body) {
    return HUB.send(
        HUB.request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private static JsonObject login(String user) {
    return HubClient.object(HUB.login("/api/token", user, user));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/saf/devices", "/api/plugins", "/nowhere", "/openapi", "/jobs/x"})
  void aProofThatDoesNotHoldIsRefusedOnEveryPath(String path) {
    for (String proof : new String[] {"Bearer no.such.token", "Basic YTph", "Bearer", "x"}) {
      HttpResponse<String> answer = get(path, "Authorization", proof);
      assertThat(answer.statusCode()).as(proof).isEqualTo(401);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
    assertThat(get(path, "X-Api-Key", "lp_nobody_knows").statusCode()).isEqualTo(401);
  }

  @Test
  void theSchemeHasNoCaseAndTwoProofsAreOneTooMany() {
    String token = HUB.token("ada");

    assertThat(get("/api/plugins", "Authorization", "bEARER " + token).statusCode()).isEqualTo(200);
    HttpResponse<String> both =
        HUB.send(
            HUB.request("/api/plugins")
                .header("Authorization", "Bearer " + token)
                .header("X-Api-Key", "lp_a_b"));
    assertThat(both.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"none", "HS256"})
  void aTokenThatNamesItsOwnLockIsRefused(String algorithm) {
    String[] parts = HUB.token("ada").split("\\.");
    String header = "{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm);
    String head =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8));

    assertThat(statusWith(head + "." + parts[1] + "." + parts[2])).isEqualTo(401);
    assertThat(statusWith(head + "." + parts[1] + ".")).isEqualTo(401);
  }

  @Test
  void aRevokedTokenIsRefusedAtOnceAndItsSocketIsClosed() {
    String token = HUB.token("ada");
    assertThat(statusWith(token)).isEqualTo(200);
    try (NewsListener news = new NewsListener(HUB, "?site=saf&token=" + encoded(token))) {
      assertThat(form("/api/token/revoke", "token=" + encoded(token)).statusCode()).isEqualTo(200);

      assertThat(statusWith(token)).isEqualTo(401);
      HubClient.await("the close", () -> news.closeCode, code -> code != 0);
      assertThat(news.closeCode).isEqualTo(1008);
      assertThat(news.closeReason).contains("revoked");
    }
    assertThat(statusWith(HUB.token("ada"))).as("the next login").isEqualTo(200);
  }

  @Test
  void anAdminEndsWhatSomebodyHas() {
    String bobs = HUB.token("bob");
    HttpResponse<String> mayNot =
        HUB.send(
            HUB.request("/api/token/revoke/all")
                .header("Authorization", "Bearer " + HUB.token("ada"))
                .POST(BodyPublishers.ofString("subject=bob")));
    assertThat(mayNot.statusCode()).isEqualTo(403);
    assertThat(statusWith(bobs)).isEqualTo(200);

    HttpResponse<String> done =
        HUB.send(
            HUB.request("/api/token/revoke/all")
                .header("Authorization", "Bearer " + HUB.token("admin"))
                .POST(BodyPublishers.ofString("subject=bob")));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(statusWith(bobs)).isEqualTo(401);
    assertThat(statusWith(HUB.token("bob"))).isEqualTo(200);
  }

  @Test
  void aRefreshTokenIsGoodOnce() {
    JsonObject first = login("cyd");
    String form = "grant_type=refresh_token&refresh_token=" + first.getString("refresh_token");

    HttpResponse<String> second = form("/api/token", form);
    assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
    String fresh = HubClient.object(second).getString("access_token");
    assertThat(statusWith(fresh)).isEqualTo(200);

    assertThat(form("/api/token", form).statusCode()).isEqualTo(401);
    assertThat(statusWith(fresh)).as("one of the two has stolen it").isEqualTo(401);
    assertThat(statusWith(first.getString("access_token"))).isEqualTo(401);
  }

  @Test
  void aSocketIsRefusedWithAStatusIfItsTokenDoesNotHold() {
    assertThatThrownBy(() -> new NewsListener(HUB, "?site=saf&token=no.such.token"))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
  }

  @Test
  void aSocketTakesATokenAsMessageAndIsClosedByOneThatDoesNotHold() {
    try (NewsListener news = new NewsListener(HUB, "?site=saf")) {
      news.send(message(HUB.token("ada")));
      news.send("{\"action\":\"updatesubscribersite\",\"site\":\"saf\"}");
      assertThat(news.closeCode).isZero();

      news.send(message("no.such.token"));
      HubClient.await("the close", () -> news.closeCode, code -> code != 0);
      assertThat(news.closeCode).isEqualTo(1008);
      assertThat(news.closeReason).contains("token does not hold");
    }
  }

  private static String message(String token) {
    return Json.createObjectBuilder().add("action", "token").add("token", token).build().toString();
  }
}
