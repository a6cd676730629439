package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The profile for institutions: nothing without a token, and no user that the tutorial names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProductionIT {

  private static final String PASSWORD = "a-long-night-2026";

  /** More than the walk sends in one name; 33 of them come back in a second. */
  private static final int REQUESTS_PER_MINUTE = 2000;

  private MicroHub micro;
  private HubClient hub;

  @BeforeAll
  void start() throws IOException {
    micro =
        new MicroHub("production")
            .with("lightpath.profile", "production")
            .withConfiguration("policy/machines.properties")
            .with("lightpath.security.first-admin-password", PASSWORD)
            .with("lightpath.http.requests-per-minute", "" + REQUESTS_PER_MINUTE)
            .start()
            .awaitReady();
    hub = micro.client();
  }

  @AfterAll
  void stop() {
    micro.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/plugins",
        "/api/saf/devices",
        "/api/saf/latest_images/1",
        "/api/pipe/queues",
        "/jobs/01DZVY846T52P6P3JWAJNJMJ1Z"
      })
  void aRouteWithoutTokenIsRefused(String path) {
    HttpResponse<String> answer = hub.get(path);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void theTutorialsUsersAreUnknown() {
    assertThat(hub.login("/api/token", "admin", "admin").statusCode()).isEqualTo(401);
    assertThat(hub.login("/api/token", "ada", "ada").statusCode()).isEqualTo(401);
  }

  @Test
  void theFirstAdminGetsATokenThatOpensTheRoutes() {
    HttpResponse<String> login = hub.login("/api/token", "admin", PASSWORD);
    assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
    String token = HubClient.object(login).getString("access_token");
    HttpResponse<String> devices =
        hub.send(hub.request("/api/saf/devices").header("Authorization", "Bearer " + token));
    assertThat(devices.statusCode()).isEqualTo(200);
    assertThat(devices.body()).contains("camera1");
  }

  @Test
  void aBrowsersSessionIsBoundToTheHostAndToTls() {
    String body = "{\"username\":\"admin\",\"password\":\"%s\"}".formatted(PASSWORD);
    HttpResponse<String> begun =
        hub.send(
            hub.request("/api/session")
                .header("X-Lightpath-Request", "1")
                .POST(BodyPublishers.ofString(body)));
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
    String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .startsWith("__Host-lightpath-session=")
        .endsWith("; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict; Secure");

    String proof = cookie.substring(0, cookie.indexOf(';'));
    assertThat(hub.get("/api/saf/devices").statusCode()).isEqualTo(401);
    assertThat(hub.send(hub.request("/api/saf/devices").header("Cookie", proof)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void everyOperationAdmitsWhomItsRuleNamesAndNobodyElse() {
    Map<String, String> values =
        Map.of(
            "site",
            PolicyCaller.OWN,
            "queue_name",
            PolicyCaller.OWN,
            "object_name",
            PolicyCaller.OWN + "-camera1-20261119-00000001-EX00.fits.fz",
            "grant_type",
            "refresh_token", // without one: 400, where a password costs a slow hash
            "username",
            "", // likewise
            "action",
            "dance",
            "subject",
            "nobody-at-all");
    assertThat(new PolicyWalk(hub, false, new MintedToken(micro.data), values).faults()).isEmpty();
  }

  /** RFC 6585, section 4, and the headers as docs/reference/http-errors.md has them. */
  @Test
  void whoeverAsksTooOftenIsToldWhenToComeBack() {
    MintedToken tokens = new MintedToken(micro.data);
    Instant inAnHour = Instant.now().plusSeconds(3600);
    HubClient hasty = hub.as(tokens.of("hasty", List.of("viewer"), List.of(), inAnHour));
    HttpResponse<String> answer = hasty.get("/api/plugins");
    assertThat(answer.headers().firstValue("RateLimit-Policy"))
        .contains("\"default\";q=%d;w=60".formatted(REQUESTS_PER_MINUTE));
    assertThat(answer.headers().firstValue("RateLimit"))
        .contains("\"default\";r=%d;t=0".formatted(REQUESTS_PER_MINUTE - 1));
    for (int i = 0; i < 10 * REQUESTS_PER_MINUTE && answer.statusCode() == 200; i++) {
      answer = hasty.get("/api/plugins");
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(HubClient.object(answer).getString("detail"))
        .contains(REQUESTS_PER_MINUTE + " requests in a minute");
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.headers().firstValue("RateLimit")).contains("\"default\";r=0;t=1");
    HubClient calm = hub.as(tokens.of("calm", List.of("viewer"), List.of(), inAnHour));
    assertThat(calm.get("/api/plugins").statusCode()).isEqualTo(200);
  }

  @Test
  void theHubSocketWithoutTokenIsClosed() {
    try (NewsListener news = new NewsListener(hub, "?site=saf")) {
      HubClient.await("the close", () -> news.closeCode, code -> code != 0);
      assertThat(news.closeCode).isEqualTo(1008);
    }
  }
}
