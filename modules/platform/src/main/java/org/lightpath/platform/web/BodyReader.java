package org.lightpath.platform.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * Collects the body of one request as it arrives, without a thread, and then lets {@link
 * LateRequests} carry on with the body as the request's attribute {@link #BODY}; answers by itself
 * if the body is too large or too slow, or if all such bodies together would need too much memory.
 */
final class BodyReader implements ReadListener {

  /** Attribute of a request whose body is complete: a {@code byte[]}. */
  static final String BODY = "org.lightpath.body";

  /** Bytes that all unfinished bodies may hold together. */
  static final long MAX_HELD_BYTES = 64L << 20;

  private static final Logger LOG = System.getLogger(BodyReader.class.getName());
  private static final AtomicLong HELD_BYTES = new AtomicLong();

  private final AsyncContext request;
  private final ServletInputStream in;
  private final Duration timeout;
  private final LateRequests late;
  private ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[8192];
  private final Optional<ChunkDecoder> decoder;
  private final boolean offersUpgrade;
  private boolean ended;

  private BodyReader(
      AsyncContext request, ServletInputStream in, Duration timeout, LateRequests late) {
    this.request = request;
    this.in = in;
    this.timeout = timeout;
    this.late = late;
    HttpServletRequest http = (HttpServletRequest) request.getRequest();
    this.offersUpgrade = http.getHeader("Upgrade") != null;
    this.decoder = isLeftCoded(http) ? Optional.of(new ChunkDecoder()) : Optional.empty();
  }

  /**
   * Whether the server leaves a chunked body as it is and never tells its end: it takes what
   * follows an offered upgrade for the upgrade's (Java's HttpClient offers h2c unless told
   * otherwise).
   */
  static boolean isLeftCoded(HttpServletRequest http) {
    return http.getHeader("Upgrade") != null && http.getHeader("Transfer-Encoding") != null;
  }

  static void start(
      HttpServletRequest http, HttpServletResponse answer, Duration timeout, LateRequests late)
      throws IOException {
    ServletInputStream in = http.getInputStream();
    AsyncContext request = http.startAsync(http, answer);
    request.setTimeout(0);
    BodyReader reader = new BodyReader(request, in, timeout, late);
    late.after(timeout, reader::expire);
    in.setReadListener(reader);
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (!hasEnded() && in.isReady()) {
      int read = in.read(buffer);
      if (read < 0) {
        return;
      }
      long held;
      try {
        held = keep(read);
      } catch (LightpathException broken) {
        refuse(Problems.answer(broken.code(), broken.getMessage(), path()));
        return;
      }
      if (body.size() > BodyFilter.MAX_BYTES) {
        refuse(
            Problems.answer(
                ErrorCode.TOO_LARGE,
                "a body of more than %d bytes, the limit".formatted(BodyFilter.MAX_BYTES),
                path()));
      } else if (held > MAX_HELD_BYTES) {
        refuse(
            Problems.answer(
                ErrorCode.UNAVAILABLE,
                "unfinished bodies hold %d bytes together, the limit".formatted(MAX_HELD_BYTES),
                path()));
      } else if (announced() > 0 && body.size() > announced()) {
        refuse(packed(path()));
      } else if (offersUpgrade && isWhole()) {
        onAllDataRead();
      }
    }
  }

  /** Whether all has come; of a request that offers an upgrade the server does not say so. */
  private boolean isWhole() {
    return decoder.map(ChunkDecoder::hasEnded).orElseGet(() -> body.size() == announced());
  }

  private long announced() {
    return request.getRequest().getContentLengthLong();
  }

  /**
   * The refusal of a body that is longer than announced: it came packed. The server unpacks it and
   * hides that it did, so that what is too long would be cut where the packed one ended.
   */
  static Response packed(String path) {
    return Problems.answer(
            "unsupported-media-type",
            415,
            "the body is longer than its Content-Length: it came with a Content-Encoding, and the"
                + " hub takes none beside a length; send it as it is",
            path)
        .build();
  }

  /** Adds what was read unless a time-out has ended it; gives what all bodies hold together. */
  private synchronized long keep(int read) {
    if (ended) {
      return 0;
    }
    int before = body.size();
    if (decoder.isPresent()) {
      decoder.get().decode(buffer, read, body);
    } else {
      body.write(buffer, 0, read);
    }
    return HELD_BYTES.addAndGet(body.size() - before);
  }

  @Override
  public void onAllDataRead() {
    byte[] whole = body.toByteArray();
    if (end()) {
      request.getRequest().setAttribute(BODY, whole);
      late.add(request);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    LOG.log(Level.DEBUG, "the sender of a body went away", thrown);
    if (end()) {
      request.complete();
    }
  }

  /** The time is over. Whether or not the request is, its object may by now serve another one. */
  private void expire() {
    int arrived = arrived();
    if (late.remove(request)) {
      answer(
          Problems.answer(
              ErrorCode.UNAVAILABLE,
              "%d requests with late bodies are under way, the limit"
                  .formatted(LateRequests.MAX_AT_A_TIME),
              path()));
    } else if (end()) {
      answer(
          Problems.answer(
              ErrorCode.TOO_SLOW,
              "%d bytes of the body arrived in %d s, the limit; the rest did not"
                  .formatted(arrived, timeout.toSeconds()),
              path()));
    }
  }

  private void refuse(Response problem) {
    if (end()) {
      answer(problem);
    }
  }

  private void answer(Response problem) {
    HttpServletResponse answer = (HttpServletResponse) request.getResponse();
    answer.setHeader("Connection", "close");
    try {
      ServletProblem.send(answer, problem);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the sender of a body did not wait for its refusal", e);
    } finally {
      request.complete();
    }
  }

  /** Whether it is this call that ends the reading; nothing of the body is held from then on. */
  private synchronized boolean end() {
    if (ended) {
      return false;
    }
    ended = true;
    HELD_BYTES.addAndGet(-body.size());
    body = new ByteArrayOutputStream(0);
    return true;
  }

  private synchronized int arrived() {
    return body.size();
  }

  private synchronized boolean hasEnded() {
    return ended;
  }

  private String path() {
    return ((HttpServletRequest) request.getRequest()).getRequestURI();
  }
}
