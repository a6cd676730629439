package org.lightpath.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.lightpath.platform.telemetry.Work;

/**
 * Requests whose body came late, in the order in which they became complete. The server runs every
 * dispatched request on a thread of its own, without limit; here only so many are under way.
 */
@ApplicationScoped
public class LateRequests {

  /** As many as there are threads for all other requests. */
  static final int MAX_AT_A_TIME = 64;

  @Inject private CurrentCaller current;

  private final Semaphore free = new Semaphore(MAX_AT_A_TIME);
  private final Queue<AsyncContext> complete = new ConcurrentLinkedQueue<>();

  /** Dispatches {@code request} as soon as its turn comes. */
  void add(AsyncContext request) {
    complete.add(request);
    dispatchNext();
  }

  /** Takes back a request that is still waiting for its turn; false if it is not. */
  boolean remove(AsyncContext request) {
    return complete.remove(request);
  }

  private void dispatchNext() {
    while (!complete.isEmpty() && free.tryAcquire()) {
      AsyncContext next = complete.poll();
      if (next == null) {
        free.release();
      } else {
        next.dispatch();
      }
    }
  }

  /**
   * Carries on with a dispatched request. The server gives such a one neither a request context
   * nor, for injection, the request.
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
      free.release();
      dispatchNext();
    }
  }
}
