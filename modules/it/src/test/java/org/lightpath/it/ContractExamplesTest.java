package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract holds together by itself: examples, references, words for people, error bodies. */
final class ContractExamplesTest {

  private static final Contract CONTRACT = new Contract();
  private static final String PROBLEM = "application/problem+json";

  /** Bytes of a file and this document itself say nothing by example. */
  private static final Set<String> WITHOUT_EXAMPLE = Set.of("*/*", "application/yaml");

  static List<Contract.Operation> operations() {
    return CONTRACT.operations();
  }

  private static void forEachBody(
      Contract.Operation operation, BiConsumer<String, JsonObject> check) {
    if (operation.spec().containsKey("requestBody")) {
      CONTRACT
          .contentOf(operation.spec().getJsonObject("requestBody"))
          .forEach((type, media) -> check.accept("request " + type, media.asJsonObject()));
    }
    Contract.responsesOf(operation)
        .forEach(
            (status, response) ->
                CONTRACT
                    .contentOf(response.asJsonObject())
                    .forEach(
                        (type, media) -> check.accept(status + " " + type, media.asJsonObject())));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyBodyHasAnExampleThatFitsItsSchema(Contract.Operation operation) {
    forEachBody(
        operation,
        (what, media) -> {
          String type = what.substring(what.lastIndexOf(' ') + 1);
          if (!WITHOUT_EXAMPLE.contains(type)) {
            assertThat(media).as(what).containsKey("example");
            assertThat(CONTRACT.faults(media.get("example"), media.getJsonObject("schema")))
                .as(what)
                .isEmpty();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyRequiredParameterHasAnExampleThatFitsItsSchema(Contract.Operation operation) {
    for (JsonObject parameter : operation.parameters()) {
      assertThat(parameter.getString("description")).isNotBlank();
      if (parameter.getBoolean("required", false)) {
        assertThat(parameter).containsKey("example");
      }
      if (parameter.containsKey("example")) {
        assertThat(CONTRACT.faults(parameter.get("example"), parameter.getJsonObject("schema")))
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyFailureIsAProblem(Contract.Operation operation) {
    boolean silent = operation.method().equals("HEAD") || operation.path().startsWith("/health");
    Contract.responsesOf(operation)
        .forEach(
            (status, response) -> {
              if (!silent && status.compareTo("400") >= 0) {
                JsonObject content = CONTRACT.contentOf(response.asJsonObject());
                assertThat(content.keySet()).as(status).containsExactly(PROBLEM);
                JsonObject media = content.getJsonObject(PROBLEM);
                assertThat(media.getJsonObject("schema").getString("$ref"))
                    .isEqualTo("#/components/schemas/Problem");
                assertThat(media.getJsonObject("example").getInt("status"))
                    .isEqualTo(Integer.parseInt(status));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationTellsWhatItDoesAndWhoMayCallIt(Contract.Operation operation) {
    JsonObject spec = operation.spec();
    assertThat(spec.getString("summary")).hasSizeBetween(8, 80).doesNotEndWith(".");
    assertThat(spec.getString("description")).isNotBlank();
    assertThat(spec).containsKey("security");
    assertThat(spec.getJsonArray("tags")).hasSize(1);
    assertThat(CONTRACT.document().getJsonArray("tags").getValuesAs(JsonObject.class))
        .extracting(tag -> tag.getString("name"))
        .contains(spec.getJsonArray("tags").getString(0));
  }

  @Test
  void everySchemaAndEveryMemberIsDescribed() {
    CONTRACT
        .document()
        .getValue("/components/schemas")
        .asJsonObject()
        .forEach(
            (name, value) -> {
              JsonObject schema = value.asJsonObject();
              assertThat(schema).as(name).containsKey("description");
              schema
                  .getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT)
                  .asJsonObject()
                  .forEach(
                      (member, its) ->
                          assertThat(CONTRACT.resolve(its.asJsonObject()))
                              .as(name + "." + member)
                              .containsKey("description"));
            });
  }

  @Test
  void everyComponentIsUsedAndEveryReferenceHolds() {
    Set<String> used = new TreeSet<>();
    references(CONTRACT.document()).forEach(used::add);
    used.forEach(
        ref -> assertThat(CONTRACT.document().getValue(ref.substring(1))).as(ref).isNotNull());
    CONTRACT
        .document()
        .getJsonObject("components")
        .forEach(
            (kind, all) -> {
              if (!kind.equals("securitySchemes")) {
                all.asJsonObject()
                    .keySet()
                    .forEach(
                        name -> assertThat(used).contains("#/components/" + kind + "/" + name));
              }
            });
  }

  private static Stream<String> references(JsonValue value) {
    if (value instanceof JsonArray array) {
      return array.stream().flatMap(ContractExamplesTest::references);
    }
    if (value instanceof JsonObject object) {
      return object.get("$ref") instanceof JsonString ref
          ? Stream.of(ref.getString())
          : object.values().stream().flatMap(ContractExamplesTest::references);
    }
    return Stream.empty();
  }

  @Test
  void everyFrameOfTheHubHasAnExampleThatFitsItsPayload() {
    Contract hub = Contract.ofTheHub();
    JsonObject messages = hub.document().getValue("/components/messages").asJsonObject();
    assertThat(messages).hasSize(5);
    messages.forEach(
        (name, message) -> {
          List<JsonObject> examples =
              message.asJsonObject().getJsonArray("examples").getValuesAs(JsonObject.class);
          assertThat(examples).as(name).isNotEmpty();
          for (JsonObject example : examples) {
            assertThat(
                    hub.faults(
                        example.get("payload"), message.asJsonObject().getJsonObject("payload")))
                .as(name)
                .isEmpty();
          }
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'field':'a'}                          | lacks \"detail\"",
        "{'field':1,'detail':'b'}               | $.field is 1, not",
        "{'field':'a','detail':'b','more':'c'}  | $.more is not documented",
      })
  void theWalkFindsWhatDoesNotFit(String json, String fault) {
    JsonObject value = Json.createReader(new StringReader(json.replace('\'', '"'))).readObject();
    JsonObject schema =
        CONTRACT.document().getValue("/components/schemas/FieldError").asJsonObject();
    assertThat(CONTRACT.faults(value, schema)).singleElement().asString().contains(fault);
  }
}
