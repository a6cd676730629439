package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sends wrongly is refused with a sentence that helps, and starts nothing. */
final class BadInputIT extends OnServer {

  private final String token = HUB.token("ada");

  private static void assertProblem(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonObject problem = HubClient.object(answer);
    assertThat(problem.getInt("status")).isEqualTo(status);
    assertThat(problem.getString("type")).startsWith("urn:lightpath:problem:");
    assertThat(problem.getString("detail")).contains(words);
  }

  private HttpResponse<String> ask(String pointer, String value) {
    JsonObject body =
        Json.createPatchBuilder().add(pointer, value).build().apply(HubClient.exposure("ada", "1"));
    return HUB.post("/jobs/newjob", body.toString(), token);
  }

  @ParameterizedTest
  @CsvSource({
    "/required_params/time, -1, time is -1 s",
    "/required_params/time, 1000000000, time is 1000000000 s",
    "/required_params/time, NaN, time is NaN s",
    "/required_params/time, soon, is not a number of s",
    "/required_params/image_type, selfie, known: light",
    "/optional_params/bin, '2,1', asymmetric",
    "/optional_params/bin, 40, binning 40",
    "/optional_params/count, 0, count is 0",
    "/optional_params/filter, plaid, has no filter 'plaid'",
    "/optional_params/roi, '500,0,100,100', does not lie on the sensor",
    "/action, dance, 'knows the action expose, not ''dance'''",
    "/device, mount, camera1 is a camera",
  })
  void anExposureThatTheCameraCannotTakeIsRefused(String pointer, String value, String words) {
    assertProblem(ask(pointer, value), 400, words);
  }

  @Test
  void unknownSiteAndDeviceAreNotFound() {
    assertProblem(ask("/site", "zzz"), 404, "no site zzz");
    assertProblem(ask("/instance", "camera9"), 404, "camera9");
  }

  @Test
  void aSiteCodeThatIsNoneIsRefused() {
    assertProblem(ask("/site", "../etc"), 400, "site code '../etc'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{}]", "42", "\"text\"", "{", "", "{\"a\":1"})
  void aBodyThatIsNoObjectIsRefused(String body) {
    HttpResponse<String> answer = HUB.post("/jobs/newjob", body, token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void theFirstMissingKeyIsNamed() {
    assertProblem(
        HUB.post("/jobs/newjob", "{\"site\":\"saf\"}", token),
        400,
        "Error: missing required key device");
  }

  @Test
  void aJobInAnothersNameIsForbidden() {
    assertProblem(
        HUB.post("/jobs/newjob", HubClient.exposure("bob", "1").toString(), token), 403, "bob");
  }

  @Test
  void aJobWithoutTokenIsRefused() {
    assertProblem(HUB.post("/jobs/newjob", HubClient.exposure("ada", "1")), 401, "POST /api/token");
  }

  @Test
  void aForgedTokenIsRefused() {
    String forged = token.substring(0, token.length() - 4) + "AAAA";
    HttpResponse<String> answer =
        HUB.post("/jobs/newjob", HubClient.exposure("ada", "1").toString(), forged);
    assertProblem(answer, 401, "token");
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertProblem(HUB.login("/api/token", "admin", "nimda"), 401, "Incorrect username or password");
    assertProblem(
        HUB.login("/store/token", "admin", "nimda"), 401, "Incorrect username or password");
  }

  @Test
  void unknownRoutesAndMethodsAreProblems() {
    assertProblem(HUB.get("/api/nothing/here/at/all"), 404, "no route");
    assertProblem(HUB.send(HUB.request("/jobs/newjob").DELETE()), 405, "method");
  }

  @Test
  void aBodyBeyondItsLimitIsRefused() {
    String large = "{\"x\":\"" + "a".repeat(1 << 20) + "\"}";
    assertProblem(
        HUB.send(HUB.request("/jobs/getrecentjobs").POST(BodyPublishers.ofString(large))),
        413,
        "1048576 bytes");
  }
}
