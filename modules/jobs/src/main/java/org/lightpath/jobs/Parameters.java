package org.lightpath.jobs;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;

/** A job's parameters. Clients send numbers as text as often as not; both are taken. */
final class Parameters {

  private final JsonObject required;
  private final JsonObject optional;

  Parameters(JobRequest request) {
    this.required = request.requiredParams();
    this.optional = request.optionalParams();
  }

  /** The parameter as text, wherever it stands; empty if it is absent, null or an empty text. */
  Optional<String> text(String name) {
    JsonValue value = required.getOrDefault(name, optional.get(name));
    if (value == null || value == JsonValue.NULL) {
      return Optional.empty();
    }
    String text = value instanceof JsonString s ? s.getString() : value.toString();
    return Optional.of(text.strip()).filter(t -> !t.isEmpty());
  }

  /** The parameter; INVALID_ARGUMENT if it is missing. */
  String require(String name) {
    return text(name).orElseThrow(() -> refused(name + " is missing in required_params"));
  }

  /** A finite number between {@code least} and {@code most}, both allowed. */
  double number(String name, String text, double least, double most, String unit) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw refused("%s '%s' is not a number of %s".formatted(name, Text.shortened(text), unit));
    }
    if (!(value >= least && value <= most)) {
      throw refused(
          "%s is %s %s; it must lie between %s and %s %s"
              .formatted(name, Text.shortened(text), unit, plain(least), plain(most), unit));
    }
    return value;
  }

  /** A whole number between {@code least} and {@code most}, both allowed. */
  int integer(String name, String text, int least, int most, String unit) {
    double value = number(name, text, least, most, unit);
    if (value != Math.rint(value)) {
      throw refused("%s is %s; it must be a whole number of %s".formatted(name, text, unit));
    }
    return (int) value;
  }

  static LightpathException refused(String message) {
    return new LightpathException(ErrorCode.INVALID_ARGUMENT, message);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
