package org.lightpath.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class JobJsonTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00.123Z");

  /** The id of the ULID specification's example, whose time part is 1469918176385 ms. */
  private static final String ULID = "01ARYZ6S41TSV4RRFFQ69G5FAV";

  private final Job job = Requests.job(ULID, Requests.expose("time", "1"));

  @Test
  void hasTheContractsKeysAndOursBesideThem() {
    assertThat(JobJson.of(job))
        .containsOnlyKeys(
            "site",
            "ulid",
            "statusId",
            "replicaStatusId",
            "user_name",
            "user_id",
            "user_roles",
            "timestamp_ms",
            "deviceType",
            "deviceInstance",
            "action",
            "optional_params",
            "required_params",
            "reason",
            "images",
            "trace");
  }

  @Test
  void hasTheContractsForms() {
    JsonObject json = JobJson.of(job);

    assertThat(json.getString("statusId")).isEqualTo("UNREAD#" + ULID);
    assertThat(json.getString("replicaStatusId")).isEqualTo("UNREAD#" + ULID);
    assertThat(json.getString("user_roles")).as("text, not a list").isEqualTo("[\"observer\"]");
    assertThat(json.getJsonNumber("timestamp_ms").longValue()).isEqualTo(1_469_918_176_385L);
    assertThat(json.getJsonObject("required_params").getString("time")).isEqualTo("1");
    assertThat(json.getJsonObject("optional_params")).isEmpty();
    assertThat(json.getString("trace")).isEqualTo(Requests.TRACE);
  }

  @Test
  void tellsWhenAndHowItWent() {
    job.receive(NOW);
    job.start(NOW.plusMillis(1));
    job.expose("saf-camera1-20260213-00000001", Duration.ofSeconds(3));

    JsonObject exposing = JobJson.of(job);
    assertThat(exposing.get("secondsUntilComplete")).isEqualTo(Json.createValue(3L));
    assertThat(exposing.getJsonNumber("received_ms").longValue()).isEqualTo(NOW.toEpochMilli());
    assertThat(exposing.getJsonNumber("started_ms").longValue()).isEqualTo(NOW.toEpochMilli() + 1);
    assertThat(exposing).doesNotContainKey("ended_ms");
    assertThat(exposing.getJsonArray("images").getString(0))
        .isEqualTo("saf-camera1-20260213-00000001");

    job.fail("the shutter is stuck", NOW.plusMillis(2));
    JsonObject failed = JobJson.of(job);
    assertThat(failed.getString("statusId")).isEqualTo("FAILED#" + ULID);
    assertThat(failed.getString("reason")).isEqualTo("the shutter is stuck");
    assertThat(failed.getJsonNumber("ended_ms").longValue()).isEqualTo(NOW.toEpochMilli() + 2);
    assertThat(failed.get("secondsUntilComplete").getValueType())
        .isEqualTo(JsonValue.ValueType.NUMBER);
  }
}
