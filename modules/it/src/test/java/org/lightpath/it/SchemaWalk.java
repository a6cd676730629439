package org.lightpath.it;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds a value against the part of JSON Schema that the contract uses; a schema with any other
 * keyword is refused. Stricter than JSON Schema in one point: a member that the schema does not
 * name is a fault unless {@code additionalProperties} stands there, so that no member goes
 * undocumented.
 */
final class SchemaWalk {

  private static final Set<String> KNOWN =
      Set.of(
          "$ref",
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "maxItems",
          "enum",
          "const",
          "pattern",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "default",
          "format",
          "description");

  private final Contract contract;
  private final List<String> faults = new ArrayList<>();

  SchemaWalk(Contract contract) {
    this.contract = contract;
  }

  List<String> faults(JsonValue value, JsonObject schema) {
    walk("$", value, schema);
    return faults;
  }

  private void walk(String at, JsonValue value, JsonObject reference) {
    JsonObject schema = contract.resolve(reference);
    if (!KNOWN.containsAll(schema.keySet())) {
      throw new AssertionError("a keyword that this test does not check in " + schema);
    }
    if (!hasType(value, schema)) {
      faults.add("%s is %s, not %s".formatted(at, value, schema.get("type")));
      return;
    }
    if (schema.containsKey("enum") && !schema.getJsonArray("enum").contains(value)) {
      faults.add("%s is %s, none of %s".formatted(at, value, schema.get("enum")));
    }
    if (schema.containsKey("const") && !schema.get("const").equals(value)) {
      faults.add("%s is %s, not %s".formatted(at, value, schema.get("const")));
    }
    switch (value.getValueType()) {
      case OBJECT -> object(at, value.asJsonObject(), schema);
      case ARRAY -> array(at, value.asJsonArray(), schema);
      case STRING -> text(at, ((JsonString) value).getString(), schema);
      case NUMBER -> number(at, ((JsonNumber) value).doubleValue(), schema);
      case TRUE, FALSE, NULL -> {}
    }
  }

  private static boolean hasType(JsonValue value, JsonObject schema) {
    JsonValue type = schema.get("type");
    if (type == null) {
      return true;
    }
    return type instanceof JsonArray several
        ? several.getValuesAs(JsonString.class).stream().anyMatch(t -> is(value, t.getString()))
        : is(value, ((JsonString) type).getString());
  }

  private static boolean is(JsonValue value, String type) {
    return switch (type) {
      case "object" -> value instanceof JsonObject;
      case "array" -> value instanceof JsonArray;
      case "string" -> value instanceof JsonString;
      case "number" -> value instanceof JsonNumber;
      case "integer" -> value instanceof JsonNumber number && number.isIntegral();
      case "boolean" -> value == JsonValue.TRUE || value == JsonValue.FALSE;
      case "null" -> value == JsonValue.NULL;
      default -> throw new AssertionError("no JSON type: " + type);
    };
  }

  private void object(String at, JsonObject value, JsonObject schema) {
    JsonObject properties =
        schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
    for (JsonValue name :
        schema.getOrDefault("required", JsonValue.EMPTY_JSON_ARRAY).asJsonArray()) {
      if (!value.containsKey(((JsonString) name).getString())) {
        faults.add("%s lacks %s".formatted(at, name));
      }
    }
    JsonValue others = schema.get("additionalProperties");
    value.forEach(
        (name, member) -> {
          String inside = at + "." + name;
          if (properties.containsKey(name)) {
            walk(inside, member, properties.getJsonObject(name));
          } else if (others instanceof JsonObject of) {
            walk(inside, member, of);
          } else if (others != JsonValue.TRUE && schema.containsKey("type")) {
            faults.add("%s is not documented".formatted(inside));
          }
        });
  }

  private void array(String at, JsonArray value, JsonObject schema) {
    if (value.size() > schema.getInt("maxItems", Integer.MAX_VALUE)) {
      faults.add("%s has %d items".formatted(at, value.size()));
    }
    if (schema.containsKey("items")) {
      for (int i = 0; i < value.size(); i++) {
        walk("%s[%d]".formatted(at, i), value.get(i), schema.getJsonObject("items"));
      }
    }
  }

  private void text(String at, String value, JsonObject schema) {
    if (value.length() < schema.getInt("minLength", 0)
        || value.length() > schema.getInt("maxLength", Integer.MAX_VALUE)) {
      faults.add("%s has %d characters".formatted(at, value.length()));
    }
    if (schema.containsKey("pattern") && !value.matches(schema.getString("pattern"))) {
      faults.add("%s '%s' does not match %s".formatted(at, value, schema.get("pattern")));
    }
  }

  private void number(String at, double value, JsonObject schema) {
    JsonNumber least = schema.getJsonNumber("minimum");
    JsonNumber most = schema.getJsonNumber("maximum");
    if (least != null && value < least.doubleValue()
        || most != null && value > most.doubleValue()) {
      faults.add("%s is %s, outside %s to %s".formatted(at, value, least, most));
    }
  }
}
