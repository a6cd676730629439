package org.lightpath.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * Bounds every request body: objects at {@code lightpath.archive.max-object-bytes}, everything else
 * at 1 MiB. A length that is announced is refused before a byte is read; one that is not, while it
 * is read.
 */
@WebFilter("/*")
public class BodyLimitFilter implements Filter {

  private static final long ORDINARY_BYTES = 1 << 20;

  /** A form around an object has part headers and fields beside it. */
  private static final long FORM_BYTES = 1 << 16;

  @Inject
  @ConfigProperty(name = "lightpath.archive.max-object-bytes", defaultValue = "1073741824")
  private long maxObjectBytes;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    boolean object = http.getRequestURI().startsWith("/objects");
    long limit = object ? maxObjectBytes + FORM_BYTES : ORDINARY_BYTES;
    if (http.getContentLengthLong() > limit) {
      refuse((HttpServletResponse) response, http, limit);
    } else {
      chain.doFilter(new Limited(http, limit), response);
    }
  }

  private static void refuse(HttpServletResponse response, HttpServletRequest http, long limit)
      throws IOException {
    response.setHeader("Connection", "close");
    ServletProblem.send(
        response,
        http,
        ErrorCode.TOO_LARGE,
        "a body of %d bytes; the limit is %d bytes".formatted(http.getContentLengthLong(), limit));
  }

  private static final class Limited extends HttpServletRequestWrapper {

    private final long limit;

    Limited(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counting(super.getInputStream(), limit);
    }
  }

  private static final class Counting extends ServletInputStream {

    private final ServletInputStream in;
    private final long limit;
    private long bytes;

    Counting(ServletInputStream in, long limit) {
      this.in = in;
      this.limit = limit;
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
      if (bytes > limit) {
        throw new LightpathException(
            ErrorCode.TOO_LARGE, "a body of more than %d bytes, the limit".formatted(limit));
      }
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
