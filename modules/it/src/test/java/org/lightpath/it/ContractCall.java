package org.lightpath.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** The request that an operation's examples describe. */
final class ContractCall {

  private static final String BOUNDARY = "frontier";

  private final Contract contract;
  private final Contract.Operation operation;
  private final Map<String, String> values;

  /**
   * A call of that operation.
   *
   * @param values what stands in place of the example of the parameter or body member of that name
   */
  ContractCall(Contract contract, Contract.Operation operation, Map<String, String> values) {
    this.contract = contract;
    this.operation = operation;
    this.values = values;
  }

  /** Under this name the values hold the cookie that the request brings. */
  static final String COOKIE = "Cookie";

  /** Sends it as the tutorial's user who may. */
  HttpResponse<String> send(HubClient hub) {
    HttpRequest.Builder request = request(hub);
    String security = operation.spec().getJsonArray("security").toString();
    if (security.contains("bearer")) {
      boolean forAdmins = security.contains("admin");
      request.header("Authorization", "Bearer " + hub.token(forAdmins ? "admin" : "ada"));
    }
    return hub.send(request);
  }

  /** The request without any proof of identity. */
  HttpRequest.Builder request(HubClient hub) {
    String path = operation.path();
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (JsonObject parameter : parametersWithExample()) {
      String name = parameter.getString("name");
      String value = valueOf(name, parameter.get("example"));
      if (parameter.getString("in").equals("path")) {
        path = path.replace("{" + name + "}", value);
      } else if (parameter.getString("in").equals("query")) {
        query.add(name + "=" + encoded(value));
      }
    }
    HttpRequest.Builder request = hub.request(path + query);
    parametersWithExample().stream()
        .filter(p -> p.getString("in").equals("header"))
        .forEach(p -> request.header(p.getString("name"), p.getString("example")));
    Optional.ofNullable(values.get(COOKIE)).ifPresent(it -> request.header(COOKIE, it));
    return request.method(operation.method(), body(request));
  }

  private List<JsonObject> parametersWithExample() {
    return operation.parameters().stream().filter(p -> p.containsKey("example")).toList();
  }

  private BodyPublisher body(HttpRequest.Builder request) {
    if (!operation.spec().containsKey("requestBody")) {
      return BodyPublishers.noBody();
    }
    JsonObject content = contract.contentOf(operation.spec().getJsonObject("requestBody"));
    String type = content.keySet().iterator().next();
    JsonObject example = filled(content.getJsonObject(type).getJsonObject("example"));
    boolean multipart = type.startsWith("multipart/");
    request.header("Content-Type", multipart ? type + "; boundary=" + BOUNDARY : type);
    if (multipart) {
      return BodyPublishers.ofString(multipart(example));
    }
    return BodyPublishers.ofString(
        type.equals("application/json") ? example.toString() : form(example));
  }

  private JsonObject filled(JsonObject example) {
    JsonObjectBuilder body = Json.createObjectBuilder(example);
    values.forEach(
        (name, value) -> {
          if (example.containsKey(name)) {
            body.add(name, value);
          }
        });
    return body.build();
  }

  private String valueOf(String name, JsonValue example) {
    return values.getOrDefault(name, text(example));
  }

  private static String form(JsonObject fields) {
    StringJoiner form = new StringJoiner("&");
    fields.forEach((name, value) -> form.add(encoded(name) + "=" + encoded(text(value))));
    return form.toString();
  }

  private static String multipart(JsonObject fields) {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) -> {
          String file = name.equals("file") ? "; filename=\"hello.txt\"" : "";
          body.append(
              "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                  .formatted(BOUNDARY, name, file, text(value)));
        });
    return body + "--" + BOUNDARY + "--\r\n";
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
