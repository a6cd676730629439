package org.lightpath.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Requests byte by byte, as no HTTP client would send them. */
final class RawHttp {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * What came back.
   *
   * @param status 0 if the connection was closed without an answer
   */
  record Answer(int status, List<String> headers, String body) {

    Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }
  }

  private final URI base;

  RawHttp(URI base) {
    this.base = base;
  }

  Socket open() {
    try {
      Socket socket = new Socket(base.getHost(), base.getPort());
      socket.setSoTimeout((int) PATIENCE.toMillis());
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends the pieces with a pause between them, and reads until the server closes. */
  Answer send(String... pieces) {
    try (Socket socket = open()) {
      for (String piece : pieces) {
        socket.getOutputStream().write(piece.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        if (pieces.length > 1) {
          Thread.sleep(200); // so that the server sees the pieces apart
        }
      }
      return answer(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Reads what the server says until it closes. */
  static Answer answer(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    in.transferTo(all);
    String text = all.toString(StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Answer(0, List.of(), text);
    }
    List<String> head = Arrays.asList(text.substring(0, end).split("\r\n"));
    int status = Integer.parseInt(head.get(0).split(" ", 3)[1]);
    return new Answer(status, head.subList(1, head.size()), text.substring(end + 4));
  }

  /** A GET that asks the server to close afterwards. */
  static String get(String target, String... headers) {
    StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    return request + "Connection: close\r\n\r\n";
  }

  /** The head of a POST with those headers; its body comes separately. */
  static String post(String target, String... headers) {
    return get(target, headers).replaceFirst("GET", "POST");
  }
}
