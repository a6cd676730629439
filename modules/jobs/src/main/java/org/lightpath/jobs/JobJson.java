package org.lightpath.jobs;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import org.lightpath.platform.Ids;

/** A job as the wire shows it: the contract's keys, and beside them when and how it went. */
public final class JobJson {

  private JobJson() {}

  /** The job's object. */
  public static JsonObject of(Job job) {
    JobRequest request = job.order().request();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("site", request.site().value())
            .add("ulid", job.ulid())
            .add("statusId", job.status() + "#" + job.ulid())
            .add("replicaStatusId", job.replicaStatus() + "#" + job.ulid())
            .add("user_name", request.userName())
            .add("user_id", request.userId())
            .add("user_roles", job.order().userRoles())
            .add("timestamp_ms", Ids.millisOf(job.ulid()))
            .add("deviceType", request.deviceType())
            .add("deviceInstance", request.deviceInstance())
            .add("action", request.action())
            .add("optional_params", request.optionalParams())
            .add("required_params", request.requiredParams());
    job.secondsUntilComplete().ifPresent(s -> json.add("secondsUntilComplete", numberOrText(s)));
    addProgress(json, job);
    return json.build();
  }

  private static void addProgress(JsonObjectBuilder json, Job job) {
    addMillis(json, "received_ms", job.receivedAt());
    addMillis(json, "started_ms", job.startedAt());
    addMillis(json, "ended_ms", job.endedAt());
    JsonArrayBuilder images = Json.createArrayBuilder();
    job.images().forEach(images::add);
    json.add("reason", job.reason()).add("images", images).add("trace", job.order().traceId());
  }

  private static void addMillis(JsonObjectBuilder json, String key, Optional<Instant> time) {
    time.ifPresent(t -> json.add(key, t.toEpochMilli()));
  }

  private static JsonValue numberOrText(String given) {
    return given.matches("-?\\d{1,15}")
        ? Json.createValue(Long.parseLong(given))
        : Json.createValue(given);
  }
}
