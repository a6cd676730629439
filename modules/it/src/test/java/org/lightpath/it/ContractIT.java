package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hub answers as its contract says. */
final class ContractIT extends OnServer {

  private static final Contract CONTRACT = new Contract();

  static List<Contract.Operation> operations() {
    return CONTRACT.operations();
  }

  @Test
  void theCommittedFileIsServedByteForByte() throws IOException {
    HttpResponse<byte[]> answer = HUB.send(HUB.request("/openapi"), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml");
    assertThat(answer.body()).isEqualTo(Files.readAllBytes(Contract.file()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theExampleIsAnsweredAsDocumented(Contract.Operation operation) {
    HttpResponse<String> answer = new ContractCall(CONTRACT, operation, Map.of()).send(HUB);
    assertDocumented(operation, answer);
    if (operation.id().equals("requestJob")) {
      HUB.awaitEnd(
          HubClient.object(answer).getString("ulid")); // the next test finds a quiet camera
    }
  }

  /** The examples again, with names and links of this hub in place of the example's. */
  @Test
  void everyOperationSucceedsOnThingsThatAreThere() {
    ContractStory story = new ContractStory(HUB);
    SoftAssertions all = new SoftAssertions();
    Stream.concat(
            operations().stream().filter(o -> !o.method().equals("DELETE")),
            operations().stream().filter(o -> o.method().equals("DELETE")))
        .forEach(
            operation -> {
              HttpResponse<String> answer =
                  new ContractCall(CONTRACT, operation, story.valuesFor(operation)).send(HUB);
              all.assertThat(answer.statusCode())
                  .as(operation + ": " + answer.body())
                  .isBetween(200, 299);
              all.assertThatCode(() -> assertDocumented(operation, answer))
                  .as(operation.toString())
                  .doesNotThrowAnyException();
              story.learn(operation, answer);
            });
    all.assertAll();
  }

  @Test
  void theNewsOfAJobAreFramesAsDocumented() {
    Contract hub = Contract.ofTheHub();
    try (NewsListener news = new NewsListener(HUB, "?site=saf")) {
      String body = HubClient.exposure("ada", "0.1").toString();
      HttpResponse<String> answer = HUB.post("/jobs/newjob", body, HUB.token("ada"));
      String ulid = HubClient.object(answer).getString("ulid");
      HubClient.await("COMPLETE as news", () -> news.statusesOf(ulid), s -> s.contains("COMPLETE"));
      for (String topic : List.of("jobs", "imagedata", "device")) {
        JsonObject payload =
            hub.document().getValue("/components/messages/" + topic + "/payload").asJsonObject();
        assertThat(news.of(topic)).as(topic).isNotEmpty();
        assertThat(news.of(topic))
            .allSatisfy(frame -> assertThat(hub.faults(frame, payload)).isEmpty());
      }
    }
  }

  private static void assertDocumented(Contract.Operation operation, HttpResponse<String> answer) {
    String status = Integer.toString(answer.statusCode());
    JsonObject responses = Contract.responsesOf(operation);
    assertThat(responses.keySet()).as(operation + ": " + answer.body()).contains(status);
    JsonObject content = CONTRACT.contentOf(responses.getJsonObject(status));
    if (content.isEmpty()) {
      assertThat(answer.body()).as(operation + " " + status).isEmpty();
    } else if (!content.containsKey("*/*")) {
      String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
      assertThat(content.keySet()).as(operation + " " + status).contains(type);
      if (type.endsWith("json")) {
        JsonObject schema = content.getJsonObject(type).getJsonObject("schema");
        assertThat(CONTRACT.faults(jsonOf(answer), schema))
            .as(operation + ": " + answer.body())
            .isEmpty();
      }
    }
  }

  private static JsonValue jsonOf(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readValue();
    }
  }
}
