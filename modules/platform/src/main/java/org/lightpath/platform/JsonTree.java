package org.lightpath.platform;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;

/** Builds one value from a parser's events and knows at every moment where it is. */
final class JsonTree {

  /** Deeper than any message of ours; far less than what the stack of a small thread bears. */
  static final int MAX_DEPTH = 100;

  /** Entries of one array or members of one object: a mebibyte of text rarely holds more. */
  static final int MAX_ENTRIES = 100_000;

  /** The longest double written in full has some 1 080 digits; nobody sends that. */
  static final int MAX_NUMBER_CHARACTERS = 400;

  private static final JsonProvider JSON = JsonProvider.provider();

  private final JsonParser parser;
  private final Deque<String> path = new ArrayDeque<>();

  JsonTree(JsonParser parser) {
    this.parser = parser;
  }

  JsonValue read() {
    try {
      JsonValue value = valueOf(parser.next());
      if (parser.hasNext()) {
        throw refused("something follows the value");
      }
      return value;
    } catch (JsonException | NoSuchElementException | IllegalStateException e) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "the body is not JSON" + place() + ": " + Text.shortened(String.valueOf(e.getMessage())),
          e);
    }
  }

  private JsonValue valueOf(JsonParser.Event event) {
    return switch (event) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> JSON.createValue(parser.getString());
      case VALUE_NUMBER -> number(parser.getString());
      case VALUE_TRUE -> JsonValue.TRUE;
      case VALUE_FALSE -> JsonValue.FALSE;
      case VALUE_NULL -> JsonValue.NULL;
      case KEY_NAME, END_OBJECT, END_ARRAY -> throw refused("a value is missing");
    };
  }

  private JsonValue object() {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    Set<String> names = new HashSet<>();
    while (parser.next() == JsonParser.Event.KEY_NAME) {
      String name = parser.getString();
      enter(name, names.size());
      if (!names.add(name)) {
        throw refused("the name stands twice in its object");
      }
      object.add(name, valueOf(parser.next()));
      path.removeLast();
    }
    return object.build();
  }

  private JsonValue array() {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    int index = 0;
    for (JsonParser.Event event = parser.next();
        event != JsonParser.Event.END_ARRAY;
        event = parser.next()) {
      enter(Integer.toString(index), index);
      array.add(valueOf(event));
      path.removeLast();
      index++;
    }
    return array.build();
  }

  private void enter(String name, int entriesBefore) {
    if (entriesBefore == MAX_ENTRIES) {
      throw refused("more than %d entries, the limit".formatted(MAX_ENTRIES));
    }
    if (path.size() == MAX_DEPTH) {
      throw refused("nested deeper than %d levels, the limit".formatted(MAX_DEPTH));
    }
    path.addLast(name);
  }

  private JsonValue number(String digits) {
    if (digits.length() > MAX_NUMBER_CHARACTERS) {
      throw refused(
          "a number of %d characters; the limit is %d"
              .formatted(digits.length(), MAX_NUMBER_CHARACTERS));
    }
    double nearest = Double.parseDouble(digits);
    BigDecimal exact = exact(digits);
    if (exact.signum() == 0) {
      return JSON.createValue(0);
    }
    if (Double.isInfinite(nearest) || nearest == 0) {
      throw beyond(digits);
    }
    return JSON.createValue(exact);
  }

  private BigDecimal exact(String digits) {
    try {
      return new BigDecimal(digits);
    } catch (NumberFormatException e) {
      throw beyond(digits); // the exponent does not fit an int
    }
  }

  private LightpathException beyond(String digits) {
    return refused(
        "%s is beyond the numbers of a double, 4.9e-324 to 1.8e308"
            .formatted(Text.shortened(digits)));
  }

  private LightpathException refused(String reason) {
    return new LightpathException(
        ErrorCode.INVALID_ARGUMENT, "the body is refused" + place() + ": " + reason);
  }

  /** Like {@code at required_params/time}; the last names say most. */
  private String place() {
    if (path.isEmpty()) {
      return "";
    }
    String names = String.join("/", path);
    int shown = 80;
    return " at "
        + Text.printable(
            names.length() <= shown ? names : "…" + names.substring(names.length() - shown));
  }
}
