package org.lightpath.platform.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lightpath.platform.telemetry.Work;

/**
 * Requests whose body came late, in the order in which they became complete. Each is forwarded to
 * where it was going on a thread of its own, of which the server has no end; here only so many are
 * under way.
 *
 * <p>Not by {@link AsyncContext#dispatch()}: while the first thread is still on its way out, Payara
 * dispatches now and then twice or never. {@link AsyncContext#complete()} knows no such gap.
 */
@ApplicationScoped
public class LateRequests {

  /** As many as there are threads for all other requests. */
  static final int MAX_AT_A_TIME = 64;

  private static final Logger LOG = System.getLogger(LateRequests.class.getName());

  @Inject private CurrentCaller current;
  @Resource private ManagedScheduledExecutorService timer;

  private final Semaphore free = new Semaphore(MAX_AT_A_TIME);
  private final Queue<AsyncContext> complete = new ConcurrentLinkedQueue<>();

  /** Carries on with {@code request} as soon as its turn comes. */
  void add(AsyncContext request) {
    complete.add(request);
    startNext();
  }

  /** Does {@code task} after that time; the server's own timeout would also end work under way. */
  void after(Duration time, Runnable task) {
    timer.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Takes back a request that is still waiting for its turn; false if it is not. */
  boolean remove(AsyncContext request) {
    return complete.remove(request);
  }

  private void startNext() {
    while (!complete.isEmpty() && free.tryAcquire()) {
      AsyncContext next = complete.poll();
      if (next == null) {
        free.release();
      } else {
        next.start(() -> carryOn(next));
      }
    }
  }

  private void carryOn(AsyncContext request) {
    HttpServletRequest http = (HttpServletRequest) request.getRequest();
    HttpServletResponse answer = (HttpServletResponse) request.getResponse();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(LateRequests.class.getClassLoader());
    try {
      http.getRequestDispatcher(pathOf(http)).forward(http, answer);
    } catch (IOException | ServletException | RuntimeException e) {
      LOG.log(Level.ERROR, "a request whose body came late could not be answered", e);
      if (!answer.isCommitted()) {
        answer.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      }
    } finally {
      request.complete();
      thread.setContextClassLoader(before);
      free.release();
      startNext();
    }
  }

  private static String pathOf(HttpServletRequest http) {
    return http.getServletPath() + Objects.toString(http.getPathInfo(), "");
  }

  /**
   * Carries on with a forwarded request. The server gives such a one neither a request context nor,
   * for injection, the request.
   */
  @ActivateRequestContext
  public void resume(HttpServletRequest http, byte[] body, HttpServletResponse to, FilterChain next)
      throws IOException, ServletException {
    current.in(http);
    if (http.getAttribute(Work.ATTRIBUTE) instanceof Work work) {
      work.begin();
    }
    try {
      next.doFilter(new RequestWithBody(http, body), to);
    } finally {
      Work.end();
    }
  }
}
