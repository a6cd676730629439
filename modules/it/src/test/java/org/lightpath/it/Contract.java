package org.lightpath.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A file of {@code openapi/}: the OpenAPI document, or the AsyncAPI one that refers to it. */
final class Contract {

  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options");

  /**
   * One operation.
   *
   * @param parameters those of the path and its own, references resolved
   */
  record Operation(String method, String path, JsonObject spec, List<JsonObject> parameters) {

    String id() {
      return spec.getString("operationId");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private final JsonObject document;

  /** Where a reference ends that this document does not hold. */
  private final JsonObject shared;

  /** The OpenAPI document. */
  Contract() {
    this(file(), JsonValue.EMPTY_JSON_OBJECT);
  }

  private Contract(Path file, JsonObject shared) {
    this.shared = shared;
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Map<String, Object> yaml = new Yaml(new SafeConstructor(options)).load(text(file));
    document = Json.createObjectBuilder(yaml).build();
  }

  /** An OpenAPI document that stands for itself. */
  static Contract of(Path file) {
    return new Contract(file, JsonValue.EMPTY_JSON_OBJECT);
  }

  /** Where it lies. */
  static Path file() {
    return Path.of(System.getProperty("lightpath.root", "../.."), "openapi", "lightpath.yaml");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonObject document() {
    return document;
  }

  /** The AsyncAPI document; a name of a schema stands in one of the two files only. */
  static Contract ofTheHub() {
    return new Contract(file().resolveSibling("asyncapi.yaml"), new Contract().document);
  }

  /** Every operation in the order of the file. */
  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .getJsonObject("paths")
        .forEach(
            (path, item) -> {
              JsonObject members = item.asJsonObject();
              members.forEach(
                  (key, value) -> {
                    if (METHODS.contains(key)) {
                      operations.add(operation(key, path, members, value.asJsonObject()));
                    }
                  });
            });
    return operations;
  }

  private Operation operation(String method, String path, JsonObject item, JsonObject spec) {
    List<JsonObject> parameters = new ArrayList<>();
    for (JsonObject holder : List.of(item, spec)) {
      for (JsonValue one :
          holder.getOrDefault("parameters", JsonArray.EMPTY_JSON_ARRAY).asJsonArray()) {
        parameters.add(resolve(one.asJsonObject()));
      }
    }
    return new Operation(method.toUpperCase(Locale.ROOT), path, spec, parameters);
  }

  /** What a {@code $ref} points at; everything else as it is. */
  JsonObject resolve(JsonObject node) {
    if (!node.containsKey("$ref")) {
      return node;
    }
    String ref = node.getString("$ref");
    JsonPointer pointer = Json.createPointer(ref.substring(ref.indexOf('#') + 1));
    return pointer.getValue(pointer.containsValue(document) ? document : shared).asJsonObject();
  }

  /** The media types of a request body or response, empty if it has none. */
  JsonObject contentOf(JsonObject bodyOrResponse) {
    return resolve(bodyOrResponse)
        .getOrDefault("content", JsonValue.EMPTY_JSON_OBJECT)
        .asJsonObject();
  }

  /** The documented responses by status. */
  static JsonObject responsesOf(Operation operation) {
    return operation.spec().getJsonObject("responses");
  }

  /** What is wrong with {@code value} under a schema of this document; empty if nothing is. */
  List<String> faults(JsonValue value, JsonObject schema) {
    return new SchemaWalk(this).faults(value, schema);
  }
}
