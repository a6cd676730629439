package org.lightpath.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.lightpath.platform.Checkpoint;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.PipelineNotices;
import org.lightpath.platform.Trace;
import org.lightpath.platform.telemetry.Work;

/** Tells the pipelines of new files, once each, as soon as the broker takes the notice. */
@ApplicationScoped
public class Announcer {

  private static final Logger LOG = System.getLogger(Announcer.class.getName());
  private static final int BATCH = 100;

  private Notices notices;
  private PipelineNotices pipelines;
  private FileTraces traces;

  /** For the CDI proxy. */
  protected Announcer() {}

  /** Announces what is in {@code notices}. */
  @Inject
  public Announcer(Notices notices, PipelineNotices pipelines, FileTraces traces) {
    this.notices = notices;
    this.pipelines = pipelines;
    this.traces = traces;
  }

  /** Sends the notice of that file, if one waits; while the broker is away it goes on waiting. */
  public void send(String fileName) {
    Optional<Notice> waiting = notices.find(fileName);
    if (waiting.isPresent()) {
      trySending(waiting.get());
    }
  }

  /** Sends what waits, oldest first, until the broker is away. */
  public void sendWaiting() {
    for (Notice notice : notices.oldest(BATCH)) {
      if (!trySending(notice)) {
        return;
      }
    }
  }

  /** The item continues the trace of the file, whoever sends it. */
  private Work workOf(Notice notice) {
    Trace trace =
        traces
            .find(notice.fileName())
            .map(file -> Trace.continuing(file.traceId()))
            .orElseGet(Work::presentTrace);
    return Work.of(trace, () -> "", notice::site);
  }

  private void tell(Notice notice) {
    String file = notice.fileName();
    // The file's name makes the notice the same one when it comes again after a crash.
    pipelines
        .processFiles(notice.queue(), notice.site(), List.of(file), file)
        .ifPresent(item -> traces.told(file, notice.queue(), item));
  }

  private boolean trySending(Notice notice) {
    try {
      workOf(notice).run(() -> tell(notice));
    } catch (LightpathException e) {
      LOG.log(
          Level.WARNING,
          "the pipeline {0} has not been told of {1} yet: {2}",
          notice.queue(),
          notice.fileName(),
          e.getMessage());
      // A notice that no queue takes must not hold up those of other sites.
      return e.code() == ErrorCode.INVALID_ARGUMENT || e.code() == ErrorCode.TOO_MANY;
    }
    Checkpoint.PIPE_SENT.reached();
    notices.remove(notice.fileName());
    return true;
  }
}
