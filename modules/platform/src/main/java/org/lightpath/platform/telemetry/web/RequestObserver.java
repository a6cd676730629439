package org.lightpath.platform.telemetry.web;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lightpath.platform.Trace;
import org.lightpath.platform.security.Identified;
import org.lightpath.platform.telemetry.HubMetrics;
import org.lightpath.platform.telemetry.RouteMeter;
import org.lightpath.platform.telemetry.Work;

/**
 * The outermost filter, first in {@code web.xml}: makes the request the thread's {@link Work},
 * answers with its {@code traceparent}, and counts it once it has been answered.
 */
public class RequestObserver implements Filter {

  static final String TRACEPARENT = "traceparent";

  /** Attribute of a request whose route is known: its {@link RouteMeter}. */
  static final String METER = RouteMeter.class.getName();

  @Inject private HubMetrics metrics;
  private RouteMeter other;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long begin = System.nanoTime();
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    Trace trace = Trace.of(http.getHeader(TRACEPARENT));
    answer.setHeader(TRACEPARENT, trace.traceparent());
    Work work = Work.of(trace, () -> callerOf(http), () -> "");
    work.begin();
    http.setAttribute(Work.ATTRIBUTE, work);
    metrics.begun();
    boolean thrown = true;
    try {
      chain.doFilter(request, response);
      thrown = false;
    } finally {
      Work.end();
      if (request.isAsyncStarted()) {
        request
            .getAsyncContext()
            .addListener(new AtTheEnd(() -> count(http, answer, begin, false)));
      } else {
        count(http, answer, begin, thrown);
      }
    }
  }

  private void count(
      HttpServletRequest request, HttpServletResponse answer, long begin, boolean thrown) {
    metrics.ended();
    int status = thrown ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : answer.getStatus();
    RouteMeter meter =
        request.getAttribute(METER) instanceof RouteMeter known ? known : otherMeter();
    meter.count(status, System.nanoTime() - begin);
  }

  /** No route of ours: an unknown path, what a filter or the server answered. */
  private RouteMeter otherMeter() {
    if (other == null) {
      other = metrics.meter("any", "other"); // twice gives the same one
    }
    return other;
  }

  /** Known once the identity filter has passed; it leaves it as an attribute. */
  private static String callerOf(HttpServletRequest request) {
    Object who = request.getAttribute(Identified.class.getName());
    return who instanceof Identified known ? known.getName() : "";
  }

  private record AtTheEnd(Runnable task) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      task.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // onComplete follows
    }

    @Override
    public void onError(AsyncEvent event) {
      // onComplete follows
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
