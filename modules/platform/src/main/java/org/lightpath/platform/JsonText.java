package org.lightpath.platform;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;

/** JSON from outside. Thread-safe. */
public final class JsonText {

  /** Finding the provider costs more than reading a small object: once is enough. */
  private static final JsonReaderFactory READERS =
      JsonProvider.provider().createReaderFactory(Map.of());

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
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (RuntimeException e) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "the body is not JSON: " + Text.shortened(String.valueOf(e.getMessage())),
          e);
    }
  }
}
