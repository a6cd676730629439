package org.lightpath.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * Objects on their way in. Each is written to the store as it comes and so holds a thread: there
 * are few at a time, and each must keep a pace.
 */
@ApplicationScoped
public class Uploads {

  /** A quarter of the threads that answer requests. */
  static final int MAX_AT_A_TIME = 16;

  /** What a sender may take before its pace counts. */
  static final long GRACE_NANOS = 20_000_000_000L;

  /** The slowest pace, that of a poor line from a mountain which several cameras share. */
  static final long MIN_BYTES_PER_SECOND = 1 << 14;

  private final Semaphore free = new Semaphore(MAX_AT_A_TIME);

  /** Passes the request on, or answers 503 if too many objects come in already. */
  void take(HttpServletRequest http, HttpServletResponse answer, FilterChain chain, long maxBytes)
      throws IOException, ServletException {
    if (!free.tryAcquire()) {
      ServletProblem.send(
          answer,
          http,
          ErrorCode.UNAVAILABLE,
          "%d uploads are under way, the limit".formatted(MAX_AT_A_TIME));
      return;
    }
    try {
      chain.doFilter(new Paced(http, maxBytes), new LastIfRefused(answer));
    } finally {
      free.release();
    }
  }

  /** What was refused was not read to its end, so the connection is of no more use. */
  private static final class LastIfRefused extends HttpServletResponseWrapper {

    LastIfRefused(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setStatus(int status) {
      if (status >= HttpServletResponse.SC_BAD_REQUEST) {
        setHeader("Connection", "close");
      }
      super.setStatus(status);
    }
  }

  private static final class Paced extends HttpServletRequestWrapper {

    private final long maxBytes;

    Paced(HttpServletRequest request, long maxBytes) {
      super(request);
      this.maxBytes = maxBytes;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counting(super.getInputStream(), maxBytes, System.nanoTime());
    }
  }

  /** Throws when more comes than allowed, or what comes does not come fast enough. */
  static final class Counting extends ServletInputStream {

    private final ServletInputStream in;
    private final long maxBytes;
    private final long begin;
    private long bytes;

    Counting(ServletInputStream in, long maxBytes, long begin) {
      this.in = in;
      this.maxBytes = maxBytes;
      this.begin = begin;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      bytes += read;
      if (bytes > maxBytes) {
        throw new LightpathException(
            ErrorCode.TOO_LARGE, "a body of more than %d bytes, the limit".formatted(maxBytes));
      }
      if (isTooSlow(bytes, System.nanoTime() - begin)) {
        throw new LightpathException(
            ErrorCode.TOO_SLOW,
            "the upload is slower than %d bytes per second, the limit: %d bytes so far"
                .formatted(MIN_BYTES_PER_SECOND, bytes));
      }
    }

    static boolean isTooSlow(long bytes, long nanos) {
      return nanos > GRACE_NANOS + bytes * (1_000_000_000L / MIN_BYTES_PER_SECOND);
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
