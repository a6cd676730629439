package org.lightpath.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears the news of a site on {@code /hub}. */
final class NewsListener implements WebSocket.Listener, AutoCloseable {

  private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;
  volatile int closeCode;
  volatile String closeReason = "";

  NewsListener(HubClient hub, String query) {
    this(hub, query, Map.of());
  }

  /** With these headers in the handshake. */
  NewsListener(HubClient hub, String query, Map<String, String> headers) {
    URI uri = URI.create("ws://" + hub.base.getAuthority() + "/hub" + query);
    WebSocket.Builder handshake = HttpClient.newHttpClient().newWebSocketBuilder();
    headers.forEach(handshake::header);
    socket = handshake.buildAsync(uri, this).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try (JsonReader reader = Json.createReader(new StringReader(partial.toString()))) {
        frames.add(reader.readObject());
      }
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closeReason = reason;
    closeCode = code;
    return null;
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  /** The statuses of that job in the order in which they were heard. */
  List<String> statusesOf(String ulid) {
    return frames.stream()
        .filter(f -> f.getString("topic").equals("jobs"))
        .map(f -> f.getJsonObject("data"))
        .filter(job -> job.getString("ulid").equals(ulid))
        .map(job -> job.getString("statusId").replace("#" + ulid, ""))
        .toList();
  }

  List<JsonObject> of(String topic) {
    return frames.stream().filter(f -> f.getString("topic").equals(topic)).toList();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
