package org.lightpath.launcher.hub;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.lightpath.launcher.json.Json;
import org.lightpath.launcher.terminal.LaunchException;

/** The public API of one hub. Every call has a deadline. */
public final class HubClient {

  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final Duration PROMPT = Duration.ofSeconds(10);

  private final URI base;
  private final String token;
  private final HttpClient http;

  /** A client without a token. */
  public HubClient(URI base) {
    // Else it offers HTTP/2 with each request, and the hub waits in vain for a late body.
    this(
        base,
        "",
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build());
  }

  private HubClient(URI base, String token, HttpClient http) {
    this.base = base;
    this.token = token;
    this.http = http;
  }

  /** One answer. */
  record Answer(int status, String body) {}

  /** The same client, with a token from {@code POST /api/token}. */
  public HubClient logIn(String user, String password)
      throws LaunchException, InterruptedException {
    String form = form(Map.of("grant_type", "password", "username", user, "password", password));
    HttpRequest request =
        request("/api/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    String received = Json.parse(ok(request)).text("access_token", "");
    if (received.isEmpty()) {
      throw new LaunchException("POST /api/token answered without an access_token.");
    }
    return new HubClient(base, received, http);
  }

  /** The same client, with a token from elsewhere. */
  public HubClient with(String itsToken) {
    return new HubClient(base, itsToken, http);
  }

  /** The token; empty before {@link #logIn}. */
  public String token() {
    return token;
  }

  /** The hub's address. */
  public URI base() {
    return base;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Reads JSON; anything but 200 is a failure that shows status and body. */
  Json get(String path) throws LaunchException, InterruptedException {
    return json(ok(request(path).GET().build()), path);
  }

  /** Posts JSON and gives the body of the answer; anything but 2xx is a failure. */
  String post(String path, String json) throws LaunchException, InterruptedException {
    return send("POST", path, json);
  }

  /** Sends JSON by any method, else as {@link #post}. */
  String send(String method, String path, String json)
      throws LaunchException, InterruptedException {
    return ok(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build());
  }

  /** Deletes; anything but 2xx is a failure. */
  void delete(String path) throws LaunchException, InterruptedException {
    ok(request(path).DELETE().build());
  }

  /** Whatever the hub answers at once; fails only if it does not answer. */
  Answer ask(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(request(path).timeout(PROMPT).GET().build(), BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  /** Reads an answer as JSON. */
  static Json json(String body, String path) throws LaunchException {
    try {
      return Json.parse(body);
    } catch (IllegalArgumentException e) {
      throw new LaunchException("%s answered no JSON: %s".formatted(path, e.getMessage()));
    }
  }

  /** Fetches an address that the hub gave out, absolute or on the hub, into a file. */
  void download(String address, Path file) throws LaunchException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(address)).timeout(DEADLINE).GET().build();
    try {
      HttpResponse<Path> response = http.send(request, BodyHandlers.ofFile(file));
      if (response.statusCode() != 200) {
        throw new LaunchException(
            "GET %s answered %d.".formatted(request.uri(), response.statusCode()));
      }
    } catch (IOException e) {
      throw new LaunchException("GET %s failed: %s".formatted(request.uri(), e));
    }
  }

  /** Opens the WebSocket at {@code path}. */
  WebSocket listen(String path, WebSocket.Listener listener) throws LaunchException {
    URI address = URI.create("ws" + base.resolve(path).toString().substring("http".length()));
    try {
      return http.newWebSocketBuilder()
          .header("Authorization", "Bearer " + token)
          .connectTimeout(DEADLINE)
          .buildAsync(address, listener)
          .join();
    } catch (CompletionException e) {
      throw new LaunchException("Cannot listen at %s: %s".formatted(address, e.getCause()));
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(DEADLINE);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private String ok(HttpRequest request) throws LaunchException, InterruptedException {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new LaunchException(
            "%s %s answered %d: %s"
                .formatted(
                    request.method(),
                    request.uri(),
                    response.statusCode(),
                    reason(response.body())));
      }
      return response.body();
    } catch (IOException e) {
      throw new LaunchException("%s %s failed: %s".formatted(request.method(), request.uri(), e));
    }
  }

  /** The detail of a problem; any other body as it is. */
  private static String reason(String body) {
    try {
      return Json.parse(body).text("detail", body);
    } catch (IllegalArgumentException e) {
      return body;
    }
  }
}
