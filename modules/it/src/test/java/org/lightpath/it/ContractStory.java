package org.lightpath.it;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** What the answers so far give to the operations that come after: ids, names and signed links. */
final class ContractStory {

  private final HubClient hub;
  private final Map<String, Map<String, String>> values = new HashMap<>();

  ContractStory(HubClient hub) {
    this.hub = hub;
  }

  /** What is known for that operation, by name of the parameter or body member. */
  Map<String, String> valuesFor(Contract.Operation operation) {
    return values.getOrDefault(operation.id(), Map.of());
  }

  /** Keeps what later operations need. */
  void learn(Contract.Operation operation, HttpResponse<String> answer) {
    switch (operation.id()) {
      case "requestJob" -> learnJob(HubClient.object(answer).getString("ulid"));
      case "createUploadForm" -> learnForm(HubClient.object(answer).getJsonObject("fields"));
      case "createKey" ->
          values.put("revokeKey", Map.of("id", HubClient.object(answer).getString("id")));
      case "createSession" -> learnCookie(answer.headers().firstValue("Set-Cookie").orElseThrow());
      case "createDownloadLink" -> learnLink(URI.create(answer.body()));
      default -> {
        // Nothing that another operation asks for.
      }
    }
  }

  private void learnCookie(String set) {
    Map<String, String> cookie = Map.of(ContractCall.COOKIE, set.substring(0, set.indexOf(';')));
    values.put("refreshSession", cookie);
    values.put("endSession", cookie);
  }

  private void learnJob(String ulid) {
    String base = hub.awaitEnd(ulid).getJsonArray("images").getString(0);
    values.put("getJob", Map.of("ulid", ulid));
    values.put("getTrace", Map.of("id", ulid));
    values.put("getImage", Map.of("base_filename", base));
    values.put("getFitsHeader", Map.of("base_filename", base));
    values.put("createDownloadLink", Map.of("object_name", base + "-EX10.jpg"));
  }

  private void learnForm(JsonObject fields) {
    Map<String, String> form = new HashMap<>();
    fields.forEach((name, value) -> form.put(name, ((JsonString) value).getString()));
    values.put("uploadObject", form);
  }

  private void learnLink(URI link) {
    Map<String, String> parts = new HashMap<>();
    parts.put("key", link.getPath().substring("/objects/".length()));
    for (String pair : link.getQuery().split("&", -1)) {
      parts.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    values.put("readObject", parts);
    values.put("inspectObject", parts);
  }
}
