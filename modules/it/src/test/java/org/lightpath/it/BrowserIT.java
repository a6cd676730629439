package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a page of a foreign site can make the browser of somebody at the hub's machine send. The hub
 * is in the profile development and knows one origin, by src/test/config/policy.
 */
final class BrowserIT extends OnServer {

  private static final RawHttp RAW = new RawHttp(HUB.base);
  private static final String KNOWN = "https://console.example.org";
  private static final String FOREIGN = "https://evil.example";
  private static final String PREFLIGHT = "Access-Control-Request-Method: POST";
  private static final String BODY = "{\"site\":\"saf\",\"timeRange\":1000}";

  private static RawHttp.Answer preflight(String origin) {
    return RAW.send(
        RawHttp.get("/jobs/newjob", "Origin: " + origin, PREFLIGHT).replaceFirst("GET", "OPTIONS"));
  }

  private static RawHttp.Answer post(String origin) {
    return post(origin, "Content-Type: text/plain");
  }

  private static RawHttp.Answer post(String origin, String header) {
    return RAW.send(
        RawHttp.post(
                "/jobs/getrecentjobs",
                header,
                "Origin: " + origin,
                "Content-Length: " + BODY.length())
            + BODY);
  }

  private static void assertRefused(RawHttp.Answer answer, int status, String words) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      JsonObject problem = reader.readObject();
      assertThat(problem.getInt("status")).isEqualTo(status);
      assertThat(problem.getString("detail")).contains(words);
    }
  }

  /** DNS rebinding: the page's own name means 127.0.0.1 all of a sudden. */
  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", "0.0.0.0"})
  void aNameThatIsNotThisMachinesIsMisdirected(String host) {
    for (String path : new String[] {"/api/plugins", "/nothing", "/hub?site=saf"}) {
      String request = RawHttp.get(path).replace("Host: localhost", "Host: " + host);
      assertRefused(RAW.send(request), 421, "not '" + host + "'; for other names set");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:1", "LOCALHOST", "127.0.0.1", "127.1.2.3:8080", "[::1]:8080"})
  void thisMachinesNamesAreAnswered(String host) {
    String request = RawHttp.get("/api/plugins").replace("Host: localhost", "Host: " + host);
    assertThat(RAW.send(request).status()).isEqualTo(200);
  }

  @Test
  void thePreflightOfAKnownPageIsAnswered() {
    RawHttp.Answer answer = preflight(KNOWN);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).contains(KNOWN);
    assertThat(answer.header("Access-Control-Allow-Credentials")).contains("true");
    assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow()).contains("POST");
    assertThat(answer.header("Access-Control-Allow-Headers").orElseThrow())
        .contains("Authorization")
        .contains("Idempotency-Key");
    assertThat(answer.header("Vary").orElseThrow()).contains("Origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {FOREIGN, "null", "http://console.example.org", KNOWN + ".evil.example"})
  void aForeignPageMayNeitherAskNorAct(String origin) {
    String words = "pages of " + origin + " may not call this hub";
    assertRefused(preflight(origin), 403, words);
    assertRefused(post(origin), 403, words);
  }

  /** A link on a foreign page leads here; what it leads to is not for that page to read. */
  @Test
  void aForeignPageReadsNothing() {
    RawHttp.Answer answer = RAW.send(RawHttp.get("/api/plugins", "Origin: " + FOREIGN));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.header("Vary").orElseThrow()).contains("Origin");
  }

  @Test
  void knownPagesAndTheHubsOwnMayAct() {
    RawHttp.Answer known = post(KNOWN);
    assertThat(known.status()).as(known.toString()).isEqualTo(200);
    assertThat(known.header("Access-Control-Allow-Origin")).contains(KNOWN);
    assertThat(known.header("Access-Control-Expose-Headers").orElseThrow()).contains("RateLimit");
    assertThat(post("http://localhost").status()).isEqualTo(200);
    assertThat(
            post("https://localhost", "Content-Type: text/plain\r\nX-Forwarded-Proto: https")
                .status())
        .as("a proxy ends TLS")
        .isEqualTo(200);
  }

  @Test
  void aSocketIsForKnownPagesAndTheHubsOwn() throws IOException {
    assertThat(statusOfHandshake("Origin: " + FOREIGN)).isEqualTo(403);
    assertThat(statusOfHandshake("Origin: null")).isEqualTo(403);
    assertThat(statusOfHandshake("Origin: " + KNOWN)).isEqualTo(101);
    assertThat(statusOfHandshake("Origin: http://localhost")).isEqualTo(101);
    assertThat(statusOfHandshake("X-No-Origin: a program")).isEqualTo(101);
  }

  private static int statusOfHandshake(String header) throws IOException {
    String request =
        "GET /hub?site=saf HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + header
            + "\r\n\r\n";
    try (Socket socket = RAW.open();
        Scanner answer = new Scanner(socket.getInputStream(), StandardCharsets.US_ASCII)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(answer.next()).isEqualTo("HTTP/1.1");
      return answer.nextInt();
    }
  }
}
