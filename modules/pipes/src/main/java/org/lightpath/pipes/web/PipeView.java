package org.lightpath.pipes.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;
import org.lightpath.pipes.PipeItem;

/** Answers of the PIPE routes as JSON, in the order of the original's members. */
final class PipeView {

  private static final JsonProvider JSON = JsonProvider.provider();

  private PipeView() {}

  static JsonObject of(PipeItem item) {
    JsonObjectBuilder object =
        JSON.createObjectBuilder()
            .add("id", item.id())
            .add("queue_name", item.queue().value())
            .add("payload", item.payload())
            .add("created_at", item.createdAtMillis())
            .add("sender", item.sender());
    item.trace().ifPresent(trace -> object.add("trace", trace));
    return object.build();
  }

  static JsonArray of(List<PipeItem> items) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    items.forEach(item -> array.add(of(item)));
    return array.build();
  }

  static JsonObject of(Map<String, Long> counts) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    counts.forEach(object::add);
    return object.build();
  }

  static JsonObject message(String text) {
    return JSON.createObjectBuilder().add("message", text).build();
  }
}
