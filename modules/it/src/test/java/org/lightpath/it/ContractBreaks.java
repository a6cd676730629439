package org.lightpath.it;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;

/**
 * What clients of one version of the contract would trip over in the next. Most of it OpenAPI-diff
 * finds; two things that it takes for harmless are found here: an answer that loses a member which
 * need not be there, and one that gains words in an enum. Locks are left out: who may call what is
 * the business of a site's roles, and a token could always be demanded.
 */
final class ContractBreaks {

  private final Contract before;
  private final Contract after;
  private final List<String> found = new ArrayList<>();

  private ContractBreaks(Contract before, Contract after) {
    this.before = before;
    this.after = after;
  }

  /** The breaks from one file to the other, each with its operation; empty if there are none. */
  static List<String> between(Path before, Path after) {
    List<String> breaks = foundByTool(OpenApiCompare.fromLocations(text(before), text(after)));
    breaks.addAll(new ContractBreaks(Contract.of(before), Contract.of(after)).answers());
    return breaks;
  }

  private static String text(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  private static List<String> foundByTool(ChangedOpenApi change) {
    List<String> breaks = new ArrayList<>();
    change
        .getMissingEndpoints()
        .forEach(gone -> breaks.add(gone.getMethod() + " " + gone.getPathUrl() + ": gone"));
    for (ChangedOperation operation : change.getChangedOperations()) {
      String route = operation.getHttpMethod() + " " + operation.getPathUrl();
      addIfBroken(breaks, route + ": parameters", operation.getParameters());
      addIfBroken(breaks, route + ": request body", operation.getRequestBody());
      addIfBroken(breaks, route + ": answers", operation.getApiResponses());
    }
    return breaks;
  }

  private static void addIfBroken(List<String> breaks, String what, Changed change) {
    if (change != null && change.isIncompatible()) {
      breaks.add(what);
    }
  }

  private List<String> answers() {
    Map<String, Contract.Operation> now =
        after.operations().stream()
            .collect(Collectors.toMap(Contract.Operation::toString, Function.identity()));
    for (Contract.Operation old : before.operations()) {
      Contract.Operation operation = now.get(old.toString());
      if (operation != null) {
        answers(old, Contract.responsesOf(operation));
      }
    }
    return found;
  }

  private void answers(Contract.Operation old, JsonObject responses) {
    Contract.responsesOf(old)
        .forEach(
            (status, response) -> {
              if (responses.containsKey(status)) {
                JsonObject content = after.contentOf(responses.getJsonObject(status));
                before
                    .contentOf(response.asJsonObject())
                    .forEach(
                        (type, media) -> {
                          if (content.containsKey(type)) {
                            new Answer(old + " " + status)
                                .compare(
                                    "",
                                    child(media.asJsonObject(), "schema"),
                                    child(content.getJsonObject(type), "schema"));
                          }
                        });
              }
            });
  }

  private static JsonObject child(JsonObject holder, String key) {
    return holder.get(key) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** One answer of one operation: each schema is looked at once, so recursion ends. */
  private final class Answer {

    private final String name;
    private final Set<JsonObject> seen = new HashSet<>();

    Answer(String name) {
      this.name = name;
    }

    void compare(String at, JsonObject oldReference, JsonObject newReference) {
      JsonObject old = before.resolve(oldReference);
      JsonObject now = after.resolve(newReference);
      if (!seen.add(old)) {
        return;
      }
      if (old.containsKey("enum") && !wordsOf(old).containsAll(wordsOf(now))) {
        found.add("%s: %s was one of %s".formatted(name, at, old.get("enum")));
      }
      child(old, "properties")
          .forEach((member, schema) -> member(at + "/" + member, member, schema, now));
      compareChild(at + "/*", "items", old, now);
      compareChild(at + "/*", "additionalProperties", old, now);
    }

    private void member(String at, String member, JsonValue schema, JsonObject now) {
      JsonObject members = child(now, "properties");
      if (members.containsKey(member)) {
        compare(at, schema.asJsonObject(), members.getJsonObject(member));
      } else {
        found.add("%s: %s is gone".formatted(name, at));
      }
    }

    private void compareChild(String at, String key, JsonObject old, JsonObject now) {
      if (old.get(key) instanceof JsonObject schema && now.get(key) instanceof JsonObject other) {
        compare(at, schema, other);
      }
    }
  }

  /** The words of an enum; without one anything goes, which no list of words contains. */
  private static List<JsonValue> wordsOf(JsonObject schema) {
    return schema.get("enum") instanceof JsonArray words ? words : List.of(JsonValue.NULL);
  }
}
