package org.lightpath.platform;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.Map;

/** JSON from outside. Thread-safe. */
public final class JsonText {

  /** Deeper than any message of ours; far less than what the stack of a small thread bears. */
  private static final int MAX_DEPTH = 100;

  /** Finding the provider costs more than reading a small object: once is enough. */
  private static final JsonParserFactory PARSERS =
      JsonProvider.provider()
          .createParserFactory(Map.of("org.eclipse.parsson.maxDepth", MAX_DEPTH));

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

  /** Too deep a nesting is a plain RuntimeException of the parser, hence the wide catch. */
  private static JsonValue value(String text) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      parser.next();
      JsonValue value = parser.getValue();
      if (parser.hasNext()) {
        throw new JsonParsingException("something follows the value", parser.getLocation());
      }
      return value;
    } catch (RuntimeException | StackOverflowError e) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "the body is not JSON: " + Text.shortened(String.valueOf(e.getMessage())),
          e);
    }
  }
}
