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

/** Against a server that answers what openapi/paths/audit.yaml shows. */
final class AuditTrailTest {

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final Deque<String> answers = new ArrayDeque<>();
  private HttpServer server;
  private AuditTrail trail;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestURI().toString());
          byte[] answer = answers.pop().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    trail = new AuditTrail(() -> new HubClient(base).with("t"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void checksPartAfterPart() throws Exception {
    answers.add("{\"from\":1,\"to\":100000,\"hash\":\"aa\",\"complete\":false}");
    answers.add("{\"from\":100001,\"to\":100017,\"hash\":\"bb\",\"complete\":true}");

    AuditTrail.Check check = trail.verify();

    assertThat(check.fault()).isEmpty();
    assertThat(check.entries()).isEqualTo("1 to 100017");
    assertThat(check.hash()).isEqualTo("bb");
    assertThat(requests)
        .containsExactly("/api/admin/audit/verify?after=0", "/api/admin/audit/verify?after=100000");
  }

  @Test
  void namesTheFirstEntryThatIsNotAsItWasWritten() throws Exception {
    answers.add(
        "{\"from\":1,\"to\":4,\"hash\":\"aa\",\"complete\":false,\"broken\":5,"
            + "\"reason\":\"was changed\"}");

    assertThat(trail.verify().fault()).contains("Entry 5 of the audit trail was changed.");
  }

  @Test
  void aTrailWithoutEntriesIsWhole() throws Exception {
    answers.add("{\"from\":1,\"to\":0,\"hash\":\"00\",\"complete\":true}");

    assertThat(trail.verify().entries()).isEqualTo("none yet");
  }

  @Test
  void refusesAnAnswerThatIsNone() {
    answers.add("{}");

    assertThatThrownBy(() -> trail.verify())
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("'from'");
  }
}
