package org.lightpath.launcher.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON value and the ways down into it. A way that does not exist gives an empty value, never
 * an exception, because the launcher reads answers that another version may have made.
 *
 * @param value a {@code Map<String, Object>}, {@code List<Object>}, {@link String}, {@link
 *     BigDecimal} or {@link Boolean}; empty for {@code null} and for what is not there
 */
public record Json(Optional<Object> value) {

  private static final Json NOTHING = new Json(Optional.empty());

  /**
   * Reads a text (RFC 8259).
   *
   * @throws IllegalArgumentException if it is not one JSON value; the message names the position
   */
  public static Json parse(String text) {
    return of(new JsonReader(text).read());
  }

  private static Json of(Object value) {
    return value == null ? NOTHING : new Json(Optional.of(value));
  }

  /** The member of that name; nothing if this is no object or has no such member. */
  public Json get(String name) {
    return value.orElse(null) instanceof Map<?, ?> map ? of(map.get(name)) : NOTHING;
  }

  /** The items of an array; no items if this is no array. */
  public List<Json> items() {
    return value.orElse(null) instanceof List<?> list
        ? list.stream().map(Json::of).toList()
        : List.of();
  }

  /** The text of a string, or a number or boolean as it is written; empty for everything else. */
  public Optional<String> text() {
    return value
        .filter(it -> it instanceof String || it instanceof BigDecimal || it instanceof Boolean)
        .map(Object::toString);
  }

  /** The text of the member of that name, or {@code absent}. */
  public String text(String name, String absent) {
    return get(name).text().orElse(absent);
  }

  /** {@code text} as a JSON string with its quotes. */
  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        default -> {
          if (c < ' ') {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /** Maps become objects, strings are quoted, everything else is written as it prints. */
  public static String write(Object value) {
    if (value instanceof Map<?, ?> map) {
      return "{"
          + String.join(
              ",",
              map.entrySet().stream()
                  .map(it -> quote(it.getKey().toString()) + ":" + write(it.getValue()))
                  .toList())
          + "}";
    }
    return value instanceof String text ? quote(text) : String.valueOf(value);
  }
}
