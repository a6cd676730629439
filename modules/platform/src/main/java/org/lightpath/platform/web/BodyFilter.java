package org.lightpath.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lightpath.platform.ErrorCode;

/**
 * Bounds every request body in size and in time. An object streams through at {@code
 * lightpath.archive.max-object-bytes}; everything else has at most 1 MiB and is complete before a
 * resource sees the request, so that a slow sender holds a connection and no thread.
 *
 * <p>A body that has come with its headers, the usual case, is taken at once. For any other the
 * request leaves its thread, {@link BodyReader} collects what arrives, and {@link LateAnswer} goes
 * on with the servlet behind this filter, the last one for whatever takes a body.
 */
public class BodyFilter implements Filter {

  /** Everything but objects. */
  static final int MAX_BYTES = 1 << 20;

  /** A form around an object has part headers and fields beside it. */
  private static final long FORM_BYTES = 1 << 16;

  @Inject
  @ConfigProperty(name = "lightpath.archive.max-object-bytes", defaultValue = "1073741824")
  private long maxObjectBytes;

  @Inject
  @ConfigProperty(name = "lightpath.http.body-timeout", defaultValue = "PT20S")
  private Duration timeout;

  @Inject private Uploads uploads;
  @Inject private LateRequests late;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    boolean object = isObject(http);
    long limit = object ? maxObjectBytes + FORM_BYTES : MAX_BYTES;
    if (http.getContentLengthLong() > limit) {
      refuse(answer, tooLarge(http.getContentLengthLong(), limit, http.getRequestURI()));
    } else if (object && BodyReader.isLeftCoded(http)) {
      refuse(answer, codedObject(http.getRequestURI()));
    } else if (object) {
      uploads.take(http, answer, chain, limit);
    } else {
      takeWhole(http, answer, chain);
    }
  }

  private static boolean isObject(HttpServletRequest http) {
    return http.getMethod().equals("POST") && http.getRequestURI().startsWith("/objects");
  }

  private void takeWhole(HttpServletRequest http, HttpServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    long length = http.getContentLengthLong();
    if (length <= 0 && http.getHeader("Transfer-Encoding") == null) {
      chain.doFilter(new RequestWithBody(http, new byte[0]), answer);
      return;
    }
    ServletInputStream in = http.getInputStream();
    if (length > 0 && in.available() >= length) {
      byte[] body = in.readNBytes((int) length);
      if (in.available() > 0) {
        refuse(answer, BodyReader.packed(http.getRequestURI()));
      } else {
        chain.doFilter(new RequestWithBody(http, body), answer);
      }
    } else {
      BodyReader.start(http, answer, timeout, late);
    }
  }

  private static Response codedObject(String path) {
    return Problems.answer(
            "length-required",
            411,
            "a chunked object cannot stand beside the header Upgrade: send Content-Length, or offer"
                + " no upgrade (Java's HttpClient: version HTTP_1_1)",
            path)
        .build();
  }

  private static Response tooLarge(long bytes, long limit, String path) {
    return Problems.answer(
        ErrorCode.TOO_LARGE,
        "a body of %d bytes; the limit is %d bytes".formatted(bytes, limit),
        path);
  }

  /** The rest of the body is not read, so the connection is of no more use. */
  private static void refuse(HttpServletResponse response, Response problem) throws IOException {
    response.setHeader("Connection", "close");
    ServletProblem.send(response, problem);
  }
}
