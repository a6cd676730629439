package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;

/** A person who asks a hub for exposures. */
record Observer(HubClient hub, String name, String token) {

  /** The tutorial's observer, logged in. */
  static Observer at(HubClient hub) {
    return new Observer(hub, "ada", hub.token("ada"));
  }

  /** Asks camera1 of saf for an exposure; gives the id of the job that was promised. */
  String asks(String seconds) {
    return asks("saf", "camera1", seconds);
  }

  /** The same of any camera. */
  String asks(String site, String camera, String seconds) {
    JsonObject body =
        Json.createPatchBuilder()
            .replace("/site", site)
            .replace("/instance", camera)
            .remove("/optional_params/filter")
            .build()
            .apply(HubClient.exposure(name, seconds));
    HttpResponse<String> answer = hub.post("/jobs/newjob", body.toString(), token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return HubClient.object(answer).getString("ulid");
  }

  /** Asks for it and waits for the end; gives the job. */
  JsonObject gets(String site, String camera, String seconds) {
    return hub.awaitEnd(asks(site, camera, seconds));
  }

  /** The word before the id: {@code COMPLETE}. */
  static String statusOf(JsonObject job) {
    return job.getString("statusId").replace("#" + job.getString("ulid"), "");
  }
}
