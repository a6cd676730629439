package org.lightpath.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The news of a site, as {@code asyncapi.yaml} describes them, from the connection on. There is no
 * replay: who must not miss anything asks for the present state after each new connection.
 */
public final class News implements WebSocket.Listener, AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Consumer<JsonNode> listener;
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private WebSocket socket;

  private News(Consumer<JsonNode> listener) {
    this.listener = listener;
  }

  /**
   * Begins to listen.
   *
   * @param hub address of the hub, {@code http://127.0.0.1:8080}
   * @param listener hears one frame after the other; the next is asked for when it returns, so a
   *     slow one is cut off by the hub and not held in memory here
   */
  public static News of(URI hub, String site, Consumer<JsonNode> listener) {
    News news = new News(listener);
    String query = "site=" + URLEncoder.encode(site, StandardCharsets.UTF_8);
    String scheme = hub.getScheme().replace("http", "ws");
    URI address = URI.create(scheme + "://" + hub.getAuthority() + "/hub?" + query);
    news.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, news).join();
    return news;
  }

  /** Done when the connection ends: exceptionally, unless the hub or we closed it in order. */
  public CompletableFuture<Void> end() {
    return end;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        listener.accept(JSON.readTree(partial.toString()));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("the hub sent a frame that is no JSON: " + partial, e);
      } finally {
        partial.setLength(0);
      }
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    if (code == WebSocket.NORMAL_CLOSURE || code == 1001) {
      end.complete(null);
    } else {
      end.completeExceptionally(
          new IllegalStateException("the hub closed with %d %s".formatted(code, reason)));
    }
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public void close() {
    socket.abort();
    end.complete(null);
  }
}
