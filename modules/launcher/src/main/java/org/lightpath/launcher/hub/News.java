package org.lightpath.launcher.hub;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.lightpath.launcher.json.Json;

/** The news that the hub pushes, in the order in which they came. */
final class News implements WebSocket.Listener {

  private final BlockingQueue<Json> arrived = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();

  /** The next piece of news; empty if none comes within the limit. */
  Optional<Json> next(Duration limit) throws InterruptedException {
    return Optional.ofNullable(arrived.poll(limit.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      arrived.add(read(part.toString()));
      part.setLength(0);
    }
    socket.request(1);
    return null;
  }

  private static Json read(String text) {
    try {
      return Json.parse(text);
    } catch (IllegalArgumentException e) {
      return Json.parse("{\"topic\":\"unreadable\"}");
    }
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    arrived.add(closed(code + " " + reason));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    arrived.add(closed(error.toString()));
  }

  private static Json closed(String reason) {
    return Json.parse("{\"topic\":\"closed\",\"data\":" + Json.quote(reason) + "}");
  }
}
