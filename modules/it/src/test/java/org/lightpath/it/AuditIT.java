package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is done stands in the trail, and the trail holds. */
final class AuditIT extends OnServer {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @Test
  void saysWhoDidWhatWhereAndFromWhere() {
    String path = "/jobs/getrecentjobs";
    HUB.send(
        HUB.request(path)
            .header("Authorization", "Bearer " + HUB.token("wren"))
            .header("X-Forwarded-For", "203.0.113.9") // a proxy on this machine is declared
            .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
            .POST(BodyPublishers.ofString("{\"site\":\"saf\",\"timeRange\":1000}")));

    JsonObject entry = awaitEntry(TRACE);
    assertThat(entry.getString("subject")).isEqualTo("wren");
    assertThat(entry.getString("action")).isEqualTo("POST " + path);
    assertThat(entry.getString("thing")).isEqualTo(path);
    assertThat(entry.getString("address")).isEqualTo("203.0.113.9");
    assertThat(entry.getInt("status")).isEqualTo(200);
  }

  @Test
  void holdsRefusalsAndNoPassword() {
    assertThat(HUB.login("/api/token", "wren", "pa55-no-such").statusCode()).isEqualTo(401);
    HttpResponse<String> refused =
        HUB.send(
            HUB.request("/api/admin/audit").header("Authorization", "Bearer " + HUB.token("wren")));
    assertThat(refused.statusCode()).isEqualTo(403);

    HubClient.await(
        "the refusal",
        () -> entries("?subject=wren&action=GET%20/api/admin/audit"),
        found -> found.stream().anyMatch(entry -> entry.getInt("status") == 403));
    assertThat(entries("?limit=1000")).anyMatch(entry -> entry.getInt("status") == 401);
    assertThat(entries("?limit=1000").toString()).doesNotContain("pa55-no-such");
  }

  @Test
  void changesOfUsersAndKeysStandInItOnceEach() {
    String user = "{\"name\":\"heron\",\"password\":\"correct horse\",\"roles\":[\"viewer\"]}";
    HttpResponse<String> added = HUB.post("/api/admin/users", user, HUB.token("admin"));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    HttpResponse<String> removed = HUB.send(admin().request("/api/admin/users/heron").DELETE());
    assertThat(removed.statusCode()).as(removed.body()).isEqualTo(204);

    List<JsonObject> ofHeron =
        entries("?subject=admin&limit=1000").stream()
            .filter(entry -> entry.getString("thing").contains("heron"))
            .toList();
    assertThat(ofHeron)
        .extracting(entry -> entry.getString("action") + " " + entry.getString("thing"))
        .containsExactly("user.remove heron", "user.add heron");
    assertThat(ofHeron).allSatisfy(entry -> assertThat(entry.getString("address")).isNotEmpty());
  }

  @Test
  void theWholeTrailIsAsItWasWritten() {
    JsonObject check = HubClient.object(admin().get("/api/admin/audit/verify"));

    assertThat(check.containsKey("broken")).as(check.toString()).isFalse();
    assertThat(check.getBoolean("complete")).isTrue();
    assertThat(check.getInt("from")).isEqualTo(1);
  }

  @Test
  void pagesMeetWithoutGapOrOverlap() {
    HUB.token("wren");
    HUB.token("wren");
    HubClient.await("three entries", () -> entries("?limit=3"), found -> found.size() == 3);
    List<JsonObject> three = entries("?limit=3");
    String second = three.get(1).get("number").toString();

    assertThat(entries("?limit=1&cursor=" + second).get(0)).isEqualTo(three.get(2));
  }

  /** The entry of the request with that trace-id, once it is stored. */
  static JsonObject awaitEntry(String trace) {
    return HubClient.await(
            "the audit entry of trace " + trace,
            () ->
                entries("?limit=1000").stream()
                    .filter(entry -> entry.getString("trace").equals(trace))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static HubClient admin() {
    return HUB.as(HUB.token("admin"));
  }

  private static List<JsonObject> entries(String query) {
    return HubClient.object(admin().get("/api/admin/audit" + query))
        .getJsonArray("entries")
        .getValuesAs(JsonObject.class);
  }
}
