package org.lightpath.it;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One connection after another, each for as many requests as the server takes on it. */
final class KeepAlive implements AutoCloseable {

  private static final RawHttp.Answer NONE = new RawHttp.Answer(0, List.of(), "");

  private final RawHttp http;
  private Socket socket;
  private InputStream in;

  KeepAlive(RawHttp http) {
    this.http = http;
  }

  /**
   * Sends a request, reads its answer, and leaves the connection open for the next one.
   *
   * @param last whether nobody can say where the request ends: then the connection ends with it
   */
  RawHttp.Answer exchange(String request, boolean last) throws IOException {
    boolean reused = socket != null;
    RawHttp.Answer answer = tryOnce(request, last);
    if (answer.status() == 0 && reused) {
      answer = tryOnce(request, last); // the server had closed a connection that waited
    }
    return answer;
  }

  private RawHttp.Answer tryOnce(String request, boolean last) throws IOException {
    if (socket == null) {
      socket = http.open();
      in = new BufferedInputStream(socket.getInputStream());
    }
    boolean keep = false;
    try {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      if (last) {
        socket.shutdownOutput();
      }
      RawHttp.Answer answer = read(in, request.startsWith("HEAD "));
      keep = !last && answer.status() >= 200 && !closes(answer);
      return answer;
    } catch (SocketException e) {
      return NONE; // closed under the request, which is an answer too
    } finally {
      if (!keep) {
        close();
      }
    }
  }

  private static boolean closes(RawHttp.Answer answer) {
    return answer.header("Connection").filter("close"::equalsIgnoreCase).isPresent();
  }

  /** Reads one answer of several. */
  static RawHttp.Answer read(InputStream in, boolean head) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      lines.add(line);
    }
    if (lines.isEmpty()) {
      return NONE;
    }
    int status = Integer.parseInt(lines.get(0).split(" ", 3)[1]);
    if (status == 100) {
      return read(in, head);
    }
    RawHttp.Answer answer = new RawHttp.Answer(status, lines.subList(1, lines.size()), "");
    boolean bare = head || status == 204 || status == 304 || status == 101;
    return bare ? answer : new RawHttp.Answer(status, answer.headers(), body(in, answer));
  }

  private static String body(InputStream in, RawHttp.Answer answer) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (answer.header("Transfer-Encoding").isPresent()) {
      for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
        body.writeBytes(in.readNBytes(size));
        line(in);
      }
      line(in);
    } else if (answer.header("Content-Length").isPresent()) {
      body.writeBytes(in.readNBytes(Integer.parseInt(answer.header("Content-Length").get())));
    } else {
      in.transferTo(body);
    }
    return body.toString(StandardCharsets.ISO_8859_1);
  }

  private static int chunkSize(InputStream in) throws IOException {
    String line = line(in);
    return line == null ? 0 : Integer.parseInt(line.split(";", 2)[0].strip(), 16);
  }

  /** Up to the next line break; null at the end of the connection. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        return line.toString().replaceFirst("\r$", "");
      }
      line.append((char) c);
    }
    return line.isEmpty() ? null : line.toString();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
