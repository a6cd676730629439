package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A plain HTTP client of one hub. */
final class HubClient {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  final URI base;
  private final Optional<String> token;

  HubClient(URI base) {
    this(base, Optional.empty());
  }

  private HubClient(URI base, Optional<String> token) {
    this.base = base;
    this.token = token;
  }

  /** A client of the same hub that sends that token with every request. */
  HubClient as(String bearer) {
    return new HubClient(base, Optional.of(bearer));
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
    token.ifPresent(bearer -> request.setHeader("Authorization", "Bearer " + bearer));
    return request;
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> post(String path, JsonObject body) {
    return send(request(path).POST(BodyPublishers.ofString(body.toString())));
  }

  HttpResponse<String> post(String path, String body, String token) {
    return send(
        request(path)
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body)));
  }

  /** A token of the tutorial's user of that name. */
  String token(String user) {
    HttpResponse<String> answer = login("/api/token", user, user);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return object(answer).getString("access_token");
  }

  HttpResponse<String> login(String path, String user, String password) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=password&username=" + user + "&password=" + password)));
  }

  static JsonObject object(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    } catch (RuntimeException e) {
      throw new AssertionError(
          answer.statusCode() + " with a body that is no object: " + answer.body(), e);
    }
  }

  static JsonArray array(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readArray();
    }
  }

  JsonObject job(String ulid) {
    return object(get("/jobs/" + ulid));
  }

  /** Waits until the job has ended. */
  JsonObject awaitEnd(String ulid) {
    return await("the end of job " + ulid, () -> job(ulid), job -> job.containsKey("ended_ms"));
  }

  void awaitReady() {
    await(
        "readiness",
        this::readiness,
        health -> health.contains("\"database\"") && health.contains("\"status\":\"UP\""));
  }

  private String readiness() {
    try {
      HttpResponse<String> answer = get("/health/ready");
      return answer.statusCode() == 200 ? answer.body() : "";
    } catch (UncheckedIOException e) {
      return "";
    }
  }

  /** Looks ten times a second until {@code holds}, for 90 s at most. */
  static <T> T await(String what, Supplier<T> look, Predicate<T> holds) {
    Instant end = Instant.now().plus(PATIENCE);
    T seen = look.get();
    while (!holds.test(seen)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(
            "waited %s in vain for %s; last seen: %s".formatted(PATIENCE, what, seen));
      }
      try {
        Thread.sleep(100); // another process: nothing here could wake us
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      seen = look.get();
    }
    return seen;
  }

  /** The body of a job that asks camera1 of saf for an exposure. */
  static JsonObject exposure(String user, String seconds) {
    return Json.createObjectBuilder()
        .add("site", "saf")
        .add("device", "camera")
        .add("instance", "camera1")
        .add("action", "expose")
        .add("user_name", user)
        .add("user_id", user)
        .add(
            "required_params",
            Json.createObjectBuilder().add("time", seconds).add("image_type", "light"))
        .add(
            "optional_params", Json.createObjectBuilder().add("filter", "lum").add("object", "M13"))
        .build();
  }
}
