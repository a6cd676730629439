package org.lightpath.platform.preferences;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.JsonText;
import org.lightpath.platform.LightpathException;

/** Remembers one JSON object for each person. Thread-safe. */
@ApplicationScoped
public class Preferences {

  static final int MAX_BYTES = 16_384;
  static final long MAX_PEOPLE = 10_000;

  private PreferenceStore store;

  /** For the CDI proxy. */
  protected Preferences() {}

  /** Preferences kept in {@code store}. */
  @Inject
  public Preferences(PreferenceStore store) {
    this.store = store;
  }

  /** What {@code subject} has stored; an empty object if nothing. */
  public JsonObject of(String subject) {
    return store.find(subject).map(JsonText::object).orElse(JsonValue.EMPTY_JSON_OBJECT);
  }

  /**
   * Stores {@code preferences} in place of what {@code subject} had. TOO_LARGE beyond 16 384 bytes
   * without spaces, in UTF-8; TOO_MANY for the 10 001st person.
   */
  public void set(String subject, JsonObject preferences) {
    String json = preferences.toString();
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new LightpathException(
          ErrorCode.TOO_LARGE,
          "preferences of %d bytes; the limit is %d bytes".formatted(bytes, MAX_BYTES));
    }
    if (store.count() >= MAX_PEOPLE && store.find(subject).isEmpty()) {
      throw new LightpathException(
          ErrorCode.TOO_MANY,
          "preferences of %d people are stored, the limit".formatted(MAX_PEOPLE));
    }
    store.put(subject, json);
  }
}
