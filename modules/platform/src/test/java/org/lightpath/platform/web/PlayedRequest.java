package org.lightpath.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One request as a server plays it to {@link BodyReader}: its first thread leaves when told to, its
 * body comes when told to. Nothing but what the reader may call is there: a dispatch fails.
 */
final class PlayedRequest {

  /** Counts down whenever somebody asks, by trying to set a time-out, if the thread has left. */
  final CountDownLatch looks = new CountDownLatch(4);

  private final CompletableFuture<ReadListener> listener = new CompletableFuture<>();
  final CompletableFuture<Void> completed = new CompletableFuture<>();
  final AtomicInteger completions = new AtomicInteger();
  final Body body = new Body();
  private final Map<String, String> headers;
  private final RequestDispatcher servlet;
  private volatile boolean left;

  PlayedRequest(Map<String, String> headers, Servlet servlet) {
    this.headers = headers;
    this.servlet =
        fake(
            RequestDispatcher.class,
            (proxy, called, arguments) -> {
              HttpServletRequest request = (HttpServletRequest) arguments[0];
              servlet.answer(new String(request.getInputStream().readAllBytes(), UTF_8));
              return null;
            });
  }

  /** What answers the request in the end. */
  interface Servlet {
    void answer(String body) throws ServletException, IOException;
  }

  void leave() {
    left = true;
  }

  boolean isRead() {
    return listener.isDone();
  }

  /** Who reads; it begins a moment after the first thread has left. */
  ReadListener listener() {
    return listener.orTimeout(30, TimeUnit.SECONDS).join();
  }

  HttpServletRequest request() {
    return fake(
        HttpServletRequest.class,
        (proxy, called, arguments) ->
            switch (called.getName()) {
              case "getHeader" -> headers.get(arguments[0]);
              case "getContentLengthLong" ->
                  Long.parseLong(headers.getOrDefault("Content-Length", "-1"));
              case "getInputStream" -> body;
              case "getRequestURI" -> "/jobs/newjob";
              case "getAttribute" -> null;
              case "startAsync" -> waiting();
              case "getServletContext" ->
                  fake(ServletContext.class, (context, method, name) -> servlet);
              case "getHttpServletMapping" ->
                  fake(HttpServletMapping.class, (mapping, method, none) -> "servlet");
              default -> throw new UnsupportedOperationException(called.getName());
            });
  }

  private AsyncContext waiting() {
    return fake(
        AsyncContext.class,
        (proxy, called, arguments) -> {
          switch (called.getName()) {
            case "setTimeout" -> {
              looks.countDown();
              if (left) {
                throw new IllegalStateException("the first thread has left");
              }
            }
            case "complete" -> {
              completions.incrementAndGet();
              completed.complete(null);
            }
            default -> throw new UnsupportedOperationException(called.getName());
          }
          return null;
        });
  }

  /** Nothing is written into it but by the servlet, which is played, too. */
  HttpServletResponse response() {
    return fake(
        HttpServletResponse.class,
        (proxy, called, arguments) -> {
          throw new UnsupportedOperationException(called.getName());
        });
  }

  private static <T> T fake(Class<T> type, InvocationHandler calls) {
    return type.cast(
        Proxy.newProxyInstance(PlayedRequest.class.getClassLoader(), new Class<?>[] {type}, calls));
  }

  /** What has come of the body. */
  final class Body extends ServletInputStream {

    /** How often more was asked for than there was. */
    int asked;

    private byte[] come = {};
    private int at;

    /** The next bytes come, and the listener hears of them. */
    void come(String bytes) throws IOException {
      come = bytes.getBytes(UTF_8);
      at = 0;
      listener().onDataAvailable();
    }

    @Override
    public int available() {
      return come.length - at;
    }

    @Override
    public boolean isReady() {
      asked += available() == 0 ? 1 : 0;
      return available() > 0;
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public int read() {
      return available() == 0 ? -1 : come[at++] & 0xFF;
    }

    @Override
    public void setReadListener(ReadListener added) {
      listener.complete(added);
    }
  }
}
