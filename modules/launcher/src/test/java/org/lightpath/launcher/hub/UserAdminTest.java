package org.lightpath.launcher.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lightpath.launcher.terminal.LaunchException;

/** Against a server that answers what openapi/paths/accounts.yaml shows. */
final class UserAdminTest {

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final Deque<String> answers = new ArrayDeque<>();
  private int status = 200;
  private HttpServer server;
  private UserAdmin users;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.add(
              "%s %s %s %s"
                  .formatted(
                      exchange.getRequestHeaders().getFirst("Authorization"),
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      body));
          byte[] answer =
              (answers.isEmpty() ? "{}" : answers.pop()).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    users = new UserAdmin(new HubClient(base).with("t"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void addsAUser() throws Exception {
    users.add("grace", "correct \"horse\"", List.of("observer@saf", "viewer"));

    assertThat(requests)
        .containsExactly(
            "Bearer t POST /api/admin/users {\"name\":\"grace\",\"password\":\"correct"
                + " \\\"horse\\\"\",\"roles\":[\"observer@saf\",\"viewer\"]}");
  }

  @Test
  void escapesANameInAPath() throws Exception {
    users.remove("auth0|a b/../c");
    users.changePassword("grace", "another horse");

    assertThat(requests)
        .containsExactly(
            "Bearer t DELETE /api/admin/users/auth0%7Ca%20b%2F..%2Fc ",
            "Bearer t PUT /api/admin/users/grace/password {\"password\":\"another horse\"}");
  }

  @Test
  void listsEveryPage() throws Exception {
    answers.add(
        "{\"users\":[{\"name\":\"ada\",\"roles\":[\"admin\"],\"created_at\":0}],\"next\":\"ada\"}");
    answers.add(
        "{\"users\":[{\"name\":\"grace\",\"roles\":[\"observer@saf\",\"viewer\"],"
            + "\"created_at\":1771038000123}]}");

    assertThat(users.list())
        .containsExactly(
            "ada              admin  since 1970-01-01T00:00:00Z",
            "grace            observer@saf viewer  since 2026-02-14T03:00:00.123Z");
    assertThat(requests.get(1)).contains("cursor=ada");
  }

  @Test
  void saysWhatTheHubSaid() {
    status = 409;
    answers.add("{\"status\":409,\"detail\":\"there is a user grace\"}");

    assertThatThrownBy(() -> users.add("grace", "correct horse", List.of("viewer")))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("answered 409: there is a user grace");
  }
}
