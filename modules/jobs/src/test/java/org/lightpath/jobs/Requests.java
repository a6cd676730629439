package org.lightpath.jobs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.lightpath.platform.SiteCode;

/** Requests of the user wren at the site saf. */
final class Requests {

  static final SiteCode SAF = new SiteCode("saf");
  static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private Requests() {}

  /** An exposure by camera1; names and values of its required parameters in turn. */
  static JobRequest expose(String... required) {
    return of("camera", "camera1", "expose", required);
  }

  /** A bias frame: no waiting for the shutter. */
  static JobRequest bias() {
    return expose("time", "0", "image_type", "bias");
  }

  /** A move of focuser1. */
  static JobRequest moveTo(int steps) {
    return of("focuser", "focuser1", "move_absolute", "position", Integer.toString(steps));
  }

  static JobRequest of(String type, String device, String action, String... required) {
    return with(type, device, action, json(required), JsonObject.EMPTY_JSON_OBJECT);
  }

  static JobRequest with(
      String type, String device, String action, JsonObject required, JsonObject optional) {
    return new JobRequest(SAF, type, device, action, required, optional, "Wren", "wren");
  }

  static JsonObject json(String... namesAndValues) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return object.build();
  }

  static Job job(String ulid, JobRequest request) {
    return new Job(ulid, new JobOrder(request, "[\"observer\"]", TRACE), true);
  }
}
