package org.lightpath.platform.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.RequestDispatcher;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * Collects the body of one request as it arrives, without a thread, and then has the request
 * answered; answers by itself if the body is too large or too slow, or if all such bodies together
 * would need too much memory.
 *
 * <p>Nothing begins before the request's first thread has left the server, and the request is never
 * dispatched: adr/0019 says why.
 */
final class BodyReader implements ReadListener {

  private static final Logger LOG = System.getLogger(BodyReader.class.getName());
  private static final long NEVER = 0;
  private static final Duration FIRST_LOOK = Duration.ofMillis(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final HttpServletRequest http;
  private final HttpServletResponse answer;
  private final RequestDispatcher servlet;
  private final ServletInputStream in;
  private final AsyncContext waiting;
  private final Duration timeout;
  private final LateRequests late;
  private final Runnable work = this::carryOn;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[8192];
  private final Optional<ChunkDecoder> decoder;
  private final boolean offersUpgrade;
  private Future<?> deadline = CompletableFuture.completedFuture(null);
  private boolean ended;

  private BodyReader(
      HttpServletRequest http, HttpServletResponse answer, Duration timeout, LateRequests late)
      throws IOException {
    this.http = http;
    this.answer = answer;
    this.timeout = timeout;
    this.late = late;
    this.offersUpgrade = http.getHeader("Upgrade") != null;
    this.decoder = isLeftCoded(http) ? Optional.of(new ChunkDecoder()) : Optional.empty();
    this.in = http.getInputStream();
    this.servlet =
        http.getServletContext().getNamedDispatcher(http.getHttpServletMapping().getServletName());
    this.waiting = http.startAsync(http, answer);
    waiting.setTimeout(NEVER); // the deadline is ours
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
    BodyReader reader = new BodyReader(http, answer, timeout, late);
    late.watch(() -> reader.begin(FIRST_LOOK), FIRST_LOOK);
  }

  /** Reads if the first thread has left, else looks again, later each time. */
  private void begin(Duration pause) {
    if (hasFirstThreadLeft()) {
      deadline = late.watch(this::stop, timeout);
      in.setReadListener(this);
    } else {
      Duration next = pause.multipliedBy(2);
      Duration longer = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
      late.watch(() -> begin(longer), longer);
    }
  }

  /** {@link AsyncContext#setTimeout} is refused from then on. */
  private boolean hasFirstThreadLeft() {
    try {
      waiting.setTimeout(NEVER);
      return false;
    } catch (IllegalStateException left) {
      return true;
    }
  }

  @Override
  public void onDataAvailable() throws IOException {
    // Asked for more of a whole body, the server would look for it in the next request.
    while (!hasEnded() && !isWhole() && in.isReady()) {
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
      } else if (held > LateRequests.MAX_HELD_BYTES) {
        refuse(
            Problems.answer(
                ErrorCode.UNAVAILABLE,
                "late bodies hold %d bytes together, the limit"
                    .formatted(LateRequests.MAX_HELD_BYTES),
                path()));
      } else if (isLongerThanAnnounced()) {
        refuse(packed(path()));
      } else if (offersUpgrade && isWhole()) {
        onAllDataRead(); // the server does not say so
      }
    }
  }

  private boolean isLongerThanAnnounced() throws IOException {
    return announced() > 0
        && (body.size() > announced() || body.size() == announced() && in.available() > 0);
  }

  /** Whether all is known to have come; of chunks that the server decodes only the server knows. */
  private boolean isWhole() {
    return decoder.map(ChunkDecoder::hasEnded).orElseGet(() -> body.size() == announced());
  }

  /** Negative if chunks say where the body ends. */
  private long announced() {
    return http.getHeader("Transfer-Encoding") == null ? http.getContentLengthLong() : -1;
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

  /** Adds what was read unless the deadline has ended it; gives what all bodies hold together. */
  private synchronized long keep(int read) {
    if (ended) {
      return 0;
    }
    int before = body.size();
    try {
      if (decoder.isPresent()) {
        decoder.get().decode(buffer, read, body);
      } else {
        body.write(buffer, 0, read);
      }
    } catch (LightpathException broken) {
      late.hold(body.size() - before); // what came before the broken chunk is let go with the rest
      throw broken;
    }
    return late.hold(body.size() - before);
  }

  @Override
  public void onAllDataRead() {
    if (end()) {
      late.add(work);
    }
  }

  private void carryOn() {
    deadline.cancel(false);
    try {
      late.answer().give(http, body.toByteArray(), answer, servlet);
    } finally {
      letGo();
      waiting.complete();
    }
  }

  @Override
  public void onError(Throwable thrown) {
    LOG.log(Level.DEBUG, "the sender of a body went away", thrown);
    if (end()) {
      deadline.cancel(false);
      letGo();
      waiting.complete();
    }
  }

  /** The deadline. */
  private void stop() {
    if (late.remove(work)) {
      send(
          Problems.answer(
              ErrorCode.UNAVAILABLE,
              "%d requests with late bodies are under way, the limit"
                  .formatted(LateRequests.MAX_AT_A_TIME),
              path()));
    } else {
      refuse(
          Problems.answer(
              ErrorCode.TOO_SLOW,
              "%d bytes of the body arrived in %d s, the limit; the rest did not"
                  .formatted(body.size(), timeout.toSeconds()),
              path()));
    }
  }

  private void refuse(Response problem) {
    if (end()) {
      send(problem);
    }
  }

  private void send(Response problem) {
    deadline.cancel(false);
    letGo();
    answer.setHeader("Connection", "close");
    try {
      ServletProblem.send(answer, problem);
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "the sender of a body did not take the answer", gone);
    } finally {
      waiting.complete();
    }
  }

  /** Whether it is this call that ends the reading. */
  private synchronized boolean end() {
    boolean first = !ended;
    ended = true;
    return first;
  }

  private synchronized boolean hasEnded() {
    return ended;
  }

  /** Once, by whoever goes on after the end. */
  private void letGo() {
    late.hold(-body.size());
  }

  private String path() {
    return http.getRequestURI();
  }
}
