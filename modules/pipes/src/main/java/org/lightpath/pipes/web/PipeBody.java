package org.lightpath.pipes.web;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.lightpath.pipes.PipeService;
import org.lightpath.pipes.QueueName;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.JsonText;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;

/** Body of a PIPE request; an absent body is an empty object, as the original reads it. */
record PipeBody(JsonObject members) {

  /** Reads it; INVALID_ARGUMENT if it is no JSON object. */
  static PipeBody parse(String body) {
    if (body == null || body.isBlank()) {
      return new PipeBody(JsonValue.EMPTY_JSON_OBJECT);
    }
    return new PipeBody(JsonText.object(body));
  }

  /** Member {@code queue_name}, any scalar taken as text; INVALID_ARGUMENT if it is missing. */
  QueueName queueName() {
    return new QueueName(scalar("queue_name", ""));
  }

  /** Member {@code payload}, any JSON; an empty object if it is missing. */
  JsonValue payload() {
    return members.getOrDefault("payload", JsonValue.EMPTY_JSON_OBJECT);
  }

  /** Member {@code sender}, any scalar taken as text; {@code unknown} if it is missing. */
  String sender() {
    return scalar("sender", "unknown");
  }

  /** The text of parameter {@code limit} as a number; INVALID_ARGUMENT if it is none. */
  static int limit(String text) {
    if (text == null) {
      return PipeService.DEFAULT_LIMIT;
    }
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "limit '%s' is not an integer from 1 to %d"
              .formatted(Text.shortened(text), PipeService.MAX_LIMIT),
          e);
    }
  }

  private String scalar(String name, String absent) {
    JsonValue value = members.getOrDefault(name, JsonValue.NULL);
    return switch (value.getValueType()) {
      case NULL -> absent;
      case STRING -> ((JsonString) value).getString();
      case NUMBER, TRUE, FALSE -> value.toString();
      case ARRAY, OBJECT ->
          throw new LightpathException(
              ErrorCode.INVALID_ARGUMENT,
              "%s is not text: %s".formatted(name, Text.shortened(value.toString())));
    };
  }
}
