package org.lightpath.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.lightpath.platform.telemetry.Work;

/**
 * Carries on with a request whose body came late, on a thread of ours. The server gives such a
 * thread neither a request context nor, for injection, the request.
 */
@ApplicationScoped
public class LateAnswer {

  private static final Logger LOG = System.getLogger(LateAnswer.class.getName());

  private CurrentCaller current;

  /** For the CDI proxy. */
  protected LateAnswer() {}

  /** Tells {@code current} whose request it is. */
  @Inject
  public LateAnswer(CurrentCaller current) {
    this.current = current;
  }

  /** Has {@code servlet} answer {@code http}; what it throws is a fault and is answered as such. */
  @ActivateRequestContext
  public void give(
      HttpServletRequest http, byte[] body, HttpServletResponse to, RequestDispatcher servlet) {
    current.in(http);
    if (http.getAttribute(Work.ATTRIBUTE) instanceof Work work) {
      work.begin();
    }
    try {
      servlet.forward(new RequestWithBody(http, body), to);
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "the sender of a late body did not take the answer", gone);
    } catch (ServletException | RuntimeException | Error thrown) {
      fail(http.getRequestURI(), thrown, to);
    } finally {
      Work.end();
    }
  }

  private static void fail(String path, Throwable thrown, HttpServletResponse to) {
    Incident incident = Incident.logged(path, "not foreseen", thrown);
    if (!to.isCommitted()) {
      try {
        ServletProblem.send(to, incident.answer());
      } catch (IOException | IllegalStateException gone) {
        LOG.log(Level.DEBUG, "nobody took the answer", gone);
      }
    }
  }
}
