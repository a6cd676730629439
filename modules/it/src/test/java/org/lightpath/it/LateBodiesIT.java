package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Bodies that come just after their heads, when the request's first thread is about to leave the
 * server: adr/0019. Many at a time, several after each other on each connection.
 */
final class LateBodiesIT extends OnServer {

  private static final RawHttp RAW = new RawHttp(HUB.base);
  private static final int CONNECTIONS = 24;
  private static final int REQUESTS_EACH = 30;
  private static final int LONGEST_PAUSE_MICROS = 2_000;

  private static final String BODY = "{\"site\":\"saf\"}";

  /** An answer names the trace of its request, so that no two answers can be mixed up. */
  private static String traceOf(int request) {
    return "%032x".formatted(request);
  }

  @Test
  void eachHasItsOwnWholeAnswer() throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int connection = 0; connection < CONNECTIONS; connection++) {
        int first = 1 + connection * REQUESTS_EACH;
        all.add(senders.submit(() -> sendAll(first)));
      }
      for (Future<?> one : all) {
        one.get(5, TimeUnit.MINUTES);
      }
    } finally {
      senders.shutdownNow();
    }
  }

  private static void sendAll(int first) {
    Random random = new Random(first);
    try (Socket socket = RAW.open()) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (int i = first; i < first + REQUESTS_EACH; i++) {
        send(socket.getOutputStream(), traceOf(i), random);
        RawHttp.Answer answer = KeepAlive.read(in, false);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("traceparent").orElse("")).contains(traceOf(i));
        assertThat(answer.body()).startsWith("[").endsWith("]");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a length, in one or two pieces, or in chunks. */
  private static void send(OutputStream out, String trace, Random random) throws IOException {
    String head =
        "POST /jobs/getrecentjobs HTTP/1.1\r\nHost: localhost\r\ntraceparent: 00-%s-%s-01\r\n"
            .formatted(trace, "1".repeat(16));
    if (random.nextInt(4) == 0) {
      write(out, head + "Transfer-Encoding: chunked\r\n\r\n");
      pause(random);
      write(out, "%x\r\n%s\r\n".formatted(BODY.length(), BODY));
      pause(random);
      write(out, "0\r\n\r\n");
      return;
    }
    write(out, head + "Content-Length: " + BODY.length() + "\r\n\r\n");
    pause(random);
    int half = random.nextBoolean() ? BODY.length() / 2 : 0;
    if (half > 0) {
      write(out, BODY.substring(0, half));
      pause(random);
    }
    write(out, BODY.substring(half));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** The pause is what is tried, not waited for. */
  private static void pause(Random random) {
    try {
      TimeUnit.MICROSECONDS.sleep(random.nextInt(LONGEST_PAUSE_MICROS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
