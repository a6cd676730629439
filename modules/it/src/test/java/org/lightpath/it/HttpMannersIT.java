package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-behaved client sends; docs/reference/http-errors.md says what is answered. */
final class HttpMannersIT extends OnServer {

  private static final RawHttp RAW = new RawHttp(HUB.base);

  /** Three times as many as there are threads for requests. */
  private static final int SLOW_CLIENTS = 200;

  private static void assertProblem(RawHttp.Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      JsonObject problem = reader.readObject();
      assertThat(problem.getInt("status")).isEqualTo(status);
      assertThat(problem.getString("type")).startsWith("urn:lightpath:problem:");
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ' ',
      value = {
        "/api/image/a|b 400",
        "/api/pipe/queues?a=b|c 400",
        "/api/image/{x} 400",
        "/api/image/a\"b 400",
        "/api/image/<x> 400",
        "/api/pipe/queue/saf?limit=%zz 400",
        "/nothing 404",
        "/ 404",
        "/objects 405",
        "/api/nothing/at/all/here 404",
        "/WEB-INF/web.xml 404",
      })
  void aTargetThatIsNoneIsAProblem(String target, int status) {
    assertProblem(RAW.send(RawHttp.get(target)), status);
  }

  @Test
  void whatIsTooLongIsNamedAsSuch() {
    assertProblem(RAW.send(RawHttp.get("/api/image/" + "a".repeat(9_000))), 414);
    String[] many = new String[120];
    Arrays.setAll(many, i -> "X-" + i + ": a");
    assertProblem(RAW.send(RawHttp.get("/api/pipe/queues", many)), 431);
    assertProblem(RAW.send(RawHttp.get("/api/pipe/queues", "X-Long: " + "a".repeat(40_000))), 431);
    assertProblem(RAW.send(RawHttp.post("/api/pipe/enqueue", "Content-Length: 2000000")), 413);
    assertProblem(
        RAW.send(
            RawHttp.post(
                "/objects",
                "Content-Type: multipart/form-data; boundary=b",
                "Content-Length: 9000000000")),
        413);
  }

  @Test
  void aChunkedBodyIsBoundedWhileItComes() {
    String chunk = "20000\r\n" + " ".repeat(0x20000) + "\r\n";
    String[] pieces = new String[10];
    Arrays.fill(pieces, chunk);
    pieces[0] = RawHttp.post("/api/pipe/enqueue", "Transfer-Encoding: chunked");
    assertProblem(RAW.send(pieces), 413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host: b", "Transfer-Encoding: foo"})
  void twoMeaningsInOneRequestAreRefused(String header) {
    assertProblem(RAW.send(RawHttp.post("/api/pipe/enqueue", header) + "0\r\n\r\n"), 400);
  }

  /** The list of http-errors.md: no body, hence no page that names the server and its version. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/image/a%00b HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/image/%ff%fe HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/%2e%2e/%2e%2e/etc HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /a\\b HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET api HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nA : b\r\n\r\n",
        "POST /jobs/newjob HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
        "POST /jobs/newjob HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/3.0\r\nHost: localhost\r\n\r\n",
      })
  void whatTheServerRefusesItselfSaysNothingOfIt(String request) {
    RawHttp.Answer answer = RAW.send(request.replaceFirst("\r\n\r\n$", "\r\nConnection: close$0"));
    assertThat(answer.status()).as(answer.toString()).isBetween(400, 505);
    assertThat(answer.body()).doesNotContainIgnoringCase("html").doesNotContain("Payara");
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("X-Powered-By")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", ";;/", "text/plain", "application/x-www-form-urlencoded"})
  void jsonIsJsonWhateverItsType(String type) {
    String body = "{\"site\":\"saf\"}";
    RawHttp.Answer answer =
        RAW.send(
            RawHttp.post(
                    "/jobs/getrecentjobs",
                    "Content-Type: " + type,
                    "Content-Length: " + body.length())
                + body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{\"site\":\"saf\",\"site\":\"wmd\"} | at site: the name stands twice",
        "{\"timeRange\":1e999}                | at timeRange: 1e999 is beyond",
        "{\"timeRange\":NaN}                  | at timeRange",
        "[1,2]                                | not a JSON object",
      })
  void jsonThatTwoCouldReadDifferentlyIsRefused(String body, String words) {
    for (String route : List.of("/jobs/getrecentjobs", "/api/upload", "/api/pipe/enqueue")) {
      HttpResponse<String> answer =
          HUB.send(HUB.request(route).POST(BodyPublishers.ofString(body)));
      assertThat(answer.statusCode()).as(route + answer.body()).isEqualTo(400);
      assertThat(HubClient.object(answer).getString("detail")).contains(words);
    }
  }

  @Test
  void aGetTakesItsParametersFromAJsonBody() {
    String body = "{\"limit\":0}";
    RawHttp.Answer answer =
        RAW.send(RawHttp.get("/api/pipe/queue/saf", "Content-Length: " + body.length()) + body);
    assertProblem(answer, 400);
    assertThat(answer.body()).contains("limit 0");
    RawHttp.Answer query =
        RAW.send(
            RawHttp.get("/api/pipe/queue/saf/?limit=1", "Content-Length: " + body.length()) + body);
    assertThat(query.status()).as(query.toString()).isEqualTo(200);
  }

  @Test
  void aBodyThatComesLateIsTakenWithItsCaller() {
    String body = HubClient.exposure("ada", "0.1").toString();
    String bearer = "Authorization: Bearer " + HUB.token("ada");
    int half = body.length() / 2;
    RawHttp.Answer answer =
        RAW.send(
            RawHttp.post("/jobs/newjob", bearer, "Content-Length: " + body.length()),
            body.substring(0, half),
            body.substring(half));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      HUB.awaitEnd(reader.readObject().getString("ulid"));
    }
    String login = "username=ada&password=ada";
    RawHttp.Answer token =
        RAW.send(
            RawHttp.post("/api/token", "Transfer-Encoding: chunked"),
            "%x\r\n%s\r\n".formatted(login.length(), login),
            "0\r\n\r\n");
    assertThat(token.status()).as(token.toString()).isEqualTo(200);
  }

  /** As Java's HttpClient sends its first request unless told another version. */
  @Test
  void anUpgradeThatIsOnlyOfferedHoldsNoBodyUp() {
    String login = "username=ada&password=ada";
    String offer =
        "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAA";
    RawHttp.Answer token =
        RAW.send(
            RawHttp.post("/api/token", offer, "Content-Length: " + login.length()),
            login.substring(0, 5),
            login.substring(5));
    assertThat(token.status()).as(token.toString()).isEqualTo(200);
    RawHttp.Answer chunked =
        RAW.send(
            RawHttp.post("/api/token", offer, "Transfer-Encoding: chunked"),
            "%x\r\n%s\r\n".formatted(login.length(), login),
            "0\r\n\r\n");
    assertThat(chunked.status()).as(chunked.toString()).isEqualTo(200);
    assertProblem(RAW.send(RawHttp.post("/objects", offer, "Transfer-Encoding: chunked")), 411);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/pipe/queues HTTP/1.1\r\nHost: localhost\r\n",
        "POST /api/pipe/enqueue HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n",
        "POST /api/token HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nContent-Length: 100000\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\n",
      })
  void twoHundredSlowClientsHoldNobodyUp(String beginning) throws Exception {
    Duration before = slowestOfTwenty();
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW_CLIENTS; i++) {
        Socket socket = RAW.open();
        slow.add(socket);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
      }
      dribble(slow);
      Duration meanwhile = slowestOfTwenty();
      dribble(slow);
      HttpResponse<String> post =
          HUB.post("/jobs/getrecentjobs", Json.createObjectBuilder().add("site", "saf").build());
      assertThat(post.statusCode()).isEqualTo(200);
      // With the threads gone a request would wait for the 20 s of the body's deadline.
      assertThat(meanwhile).isLessThan(before.multipliedBy(20).plusSeconds(5));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static void dribble(List<Socket> slow) throws IOException {
    for (Socket socket : slow) {
      socket.getOutputStream().write("X".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static Duration slowestOfTwenty() {
    Duration slowest = Duration.ZERO;
    for (int i = 0; i < 20; i++) {
      long begin = System.nanoTime();
      assertThat(HUB.get("/api/pipe/queues").statusCode()).isEqualTo(200);
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }
    return slowest;
  }

  @Test
  void aBodyThatStopsIsAnsweredAtItsDeadline() throws IOException {
    try (Socket socket = RAW.open()) {
      socket
          .getOutputStream()
          .write(
              RawHttp.post("/api/pipe/enqueue", "Content-Length: 100")
                  .getBytes(StandardCharsets.US_ASCII));
      assertProblem(RawHttp.answer(socket), 408);
    }
  }
}
