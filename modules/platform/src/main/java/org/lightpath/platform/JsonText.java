package org.lightpath.platform;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;

/**
 * JSON from outside, read strictly: a name twice in one object, a number that a double cannot hold
 * and a nesting or a list beyond all measure are refused, each with its place. Thread-safe.
 */
public final class JsonText {

  /** Finding the provider costs more than reading a small object: once is enough. */
  private static final JsonParserFactory PARSERS =
      JsonProvider.provider().createParserFactory(Map.of());

  private JsonText() {}

  /** The object in {@code text}; INVALID_ARGUMENT if it holds anything else. */
  public static JsonObject object(String text) {
    if (value(text) instanceof JsonObject object) {
      return object;
    }
    throw new LightpathException(
        ErrorCode.INVALID_ARGUMENT,
        "the body is not a JSON object: " + Text.shortened(text.strip()));
  }

  /** The one value in {@code text}, of any kind; INVALID_ARGUMENT if there is none or more. */
  public static JsonValue value(String text) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      return new JsonTree(parser).read();
    }
  }
}
