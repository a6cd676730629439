package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
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

  private MicroHub micro;
  private HubClient hub;

  @BeforeAll
  void start() throws IOException {
    micro =
        new MicroHub("production")
            .with("lightpath.profile", "production")
            .withConfiguration("policy/machines.properties")
            .with("lightpath.security.first-admin-password", PASSWORD)
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
            "action",
            "dance",
            "subject",
            "nobody-at-all");
    assertThat(new PolicyWalk(hub, false, new MintedToken(micro.data), values).faults()).isEmpty();
  }

  @Test
  void theHubSocketWithoutTokenIsClosed() {
    try (NewsListener news = new NewsListener(hub, "?site=saf")) {
      HubClient.await("the close", () -> news.closeCode, code -> code != 0);
      assertThat(news.closeCode).isEqualTo(1008);
    }
  }
}
