package org.lightpath.platform.telemetry;

import java.util.Optional;
import java.util.function.Supplier;
import org.lightpath.platform.Trace;

/**
 * What the present thread works for: it stands in every line that the thread writes into the log,
 * and goes along to whatever the thread causes. Bound to one thread at a time.
 */
public final class Work {

  /** Attribute of a request: its work, for a thread that carries on with it. */
  public static final String ATTRIBUTE = Work.class.getName();

  private static final ThreadLocal<Work> PRESENT = new ThreadLocal<>();

  private final Trace trace;
  private final Supplier<String> user;
  private Supplier<String> site;

  private Work(Trace trace, Supplier<String> user, Supplier<String> site) {
    this.trace = trace;
    this.user = user;
    this.site = site;
  }

  /** Work for {@code user} at {@code site}; asked only if a line is written; empty if unknown. */
  public static Work of(Trace trace, Supplier<String> user, Supplier<String> site) {
    return new Work(trace, user, site);
  }

  /** What this thread works for. */
  public static Optional<Work> present() {
    return Optional.ofNullable(PRESENT.get());
  }

  /** The trace of the present work; a new one if the thread works for nobody in particular. */
  public static Trace presentTrace() {
    return present().map(Work::trace).orElseGet(Trace::fresh);
  }

  /** The thread works for this until {@link #end}. */
  public void begin() {
    PRESENT.set(this);
  }

  /** The thread works for nobody from now on. */
  public static void end() {
    PRESENT.remove();
  }

  /** Does {@code task} for this, then goes on with what was before. */
  public void run(Runnable task) {
    Work before = PRESENT.get();
    begin();
    try {
      task.run();
    } finally {
      if (before == null) {
        end();
      } else {
        before.begin();
      }
    }
  }

  /** The site has become known. */
  public void at(Supplier<String> knownSite) {
    site = knownSite;
  }

  /** Its trace. */
  public Trace trace() {
    return trace;
  }

  /** For whom; empty if unknown. */
  public String user() {
    return user.get();
  }

  /** For which site; empty if unknown. */
  public String site() {
    return site.get();
  }
}
