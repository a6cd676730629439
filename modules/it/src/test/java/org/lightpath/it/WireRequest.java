package org.lightpath.it;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The parts of a request as they go over the wire, so that each can be spoilt. Every character is
 * one byte (ISO 8859-1).
 *
 * @param headers whole lines, without those that say where the body ends
 */
record WireRequest(String method, String target, List<String> headers, String body) {

  /** The request that the examples of an operation describe, without any proof of identity. */
  static WireRequest of(Contract contract, Contract.Operation operation) {
    String path = operation.path();
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (JsonObject parameter : operation.parameters()) {
      String name = parameter.getString("name");
      String value = encoded(text(parameter.getOrDefault("example", JsonValue.TRUE)));
      switch (parameter.getString("in")) {
        case "path" -> path = path.replace("{" + name + "}", value.replace("%2F", "/"));
        case "query" -> query.add(name + "=" + value);
        default -> {
          // A header; the tricks bring their own.
        }
      }
    }
    String body = "";
    if (operation.spec().containsKey("requestBody")) {
      JsonObject content = contract.contentOf(operation.spec().getJsonObject("requestBody"));
      JsonObject media = content.values().iterator().next().asJsonObject();
      body = latin(media.getJsonObject("example").toString());
    }
    return new WireRequest(operation.method(), path + query, List.of("Host: localhost"), body);
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The bytes of its UTF-8 form as characters. */
  static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  WireRequest withMethod(String other) {
    return new WireRequest(other, target, headers, body);
  }

  WireRequest withTarget(String other) {
    return new WireRequest(method, other, headers, body);
  }

  WireRequest withBody(String other) {
    return new WireRequest(method, target, headers, other);
  }

  WireRequest with(String header) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    return new WireRequest(method, target, more, body);
  }

  WireRequest without(String name) {
    return new WireRequest(
        method, target, headers.stream().filter(h -> !h.startsWith(name + ":")).toList(), body);
  }

  /** The request with a body of the length that it says. */
  String whole() {
    return head(body.isEmpty() ? headers : with("Content-Length: " + body.length()).headers) + body;
  }

  /** The request with nothing that says where its body ends but what its headers say. */
  String asItIs() {
    return head(headers) + body;
  }

  private String head(List<String> lines) {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    lines.forEach(line -> head.append(line).append("\r\n"));
    return head.append("\r\n").toString();
  }
}
