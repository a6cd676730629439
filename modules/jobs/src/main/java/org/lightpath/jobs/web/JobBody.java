package org.lightpath.jobs.web;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.lightpath.jobs.JobRequest;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.Text;

/** The body of {@code newjob}: eight keys, all of them required. */
final class JobBody {

  private static final List<String> REQUIRED =
      List.of(
          "site",
          "device",
          "instance",
          "action",
          "user_name",
          "user_id",
          "optional_params",
          "required_params");

  private static final int MAX_WORD = 64;
  private static final int MAX_USER = 255;
  private static final int MAX_PARAMS = 16_384;

  private final JsonObject body;

  JobBody(JsonObject body) {
    this.body = body;
  }

  JobRequest read() {
    for (String key : REQUIRED) {
      if (!body.containsKey(key)) {
        throw refused("Error: missing required key " + key);
      }
    }
    return new JobRequest(
        new SiteCode(word("site", MAX_WORD)),
        word("device", MAX_WORD),
        word("instance", MAX_WORD),
        word("action", MAX_WORD),
        object("required_params"),
        object("optional_params"),
        word("user_name", MAX_USER),
        word("user_id", MAX_USER));
  }

  /** Text, or a number taken as text. */
  private String word(String key, int most) {
    JsonValue value = body.get(key);
    String text =
        value instanceof JsonString s
            ? s.getString()
            : value instanceof JsonNumber n ? n.toString() : "";
    if (text.isEmpty() || text.length() > most || !Text.printable(text).equals(text)) {
      throw refused("%s is not a text of 1 to %d printable characters".formatted(key, most));
    }
    return text;
  }

  private JsonObject object(String key) {
    if (!(body.get(key) instanceof JsonObject object)) {
      throw refused(key + " is not a JSON object");
    }
    if (object.toString().length() > MAX_PARAMS) {
      throw refused("%s is longer than %d characters".formatted(key, MAX_PARAMS));
    }
    return object;
  }

  private static LightpathException refused(String message) {
    return new LightpathException(ErrorCode.INVALID_ARGUMENT, message);
  }
}
