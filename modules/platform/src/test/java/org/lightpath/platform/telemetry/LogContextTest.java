package org.lightpath.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.Trace;

final class LogContextTest {

  /** Stands where the server's handlers stand: further up. */
  private static final class Heard extends Handler {

    private final List<LogRecord> records = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      records.add(record);
    }

    @Override
    public void flush() {
      // Nothing to flush.
    }

    @Override
    public void close() {
      // Nothing to close.
    }
  }

  private final Logger server = Logger.getLogger("logcontexttest");
  private final Logger hub = Logger.getLogger("logcontexttest.hub");
  private final Logger one = Logger.getLogger("logcontexttest.hub.jobs.One");
  private final Heard heard = new Heard();
  private final LogContext context = new LogContext();

  @BeforeEach
  void attach() {
    server.setUseParentHandlers(false);
    server.addHandler(heard);
    hub.addHandler(context);
  }

  @AfterEach
  void detach() {
    Work.end();
    server.removeHandler(heard);
    hub.removeHandler(context);
  }

  @Test
  void addsWhatTheThreadWorksForBeforeTheServersHandlerHasTheRecord() {
    Trace trace = Trace.fresh();
    Work.of(trace, () -> "ada", () -> "saf").begin();

    one.log(Level.INFO, "job {0} failed: {1}", new Object[] {"01DZ", "no light"});

    LogRecord record = heard.records.get(0);
    assertThat(record.getParameters())
        .containsExactly(
            "01DZ", "no light", Map.of("trace", trace.id(), "user", "ada", "site", "saf"));
    assertThat(new SimpleFormatter().formatMessage(record)).isEqualTo("job 01DZ failed: no light");
  }

  @Test
  void leavesOutWhatIsUnknownAndKeepsAPlainMessagePlain() {
    Trace trace = Trace.fresh();
    Work.of(trace, () -> "", () -> "").begin();

    one.log(Level.INFO, "a {brace} that is no parameter");

    LogRecord record = heard.records.get(0);
    assertThat(record.getParameters()).containsExactly(Map.of("trace", trace.id()));
    assertThat(new SimpleFormatter().formatMessage(record))
        .isEqualTo("a {brace} that is no parameter");
  }

  @Test
  void leavesARecordAloneIfItsThreadWorksForNobody() {
    one.log(Level.INFO, "the hub starts");

    assertThat(heard.records.get(0).getParameters()).isNull();
  }

  @Test
  void countsWarningsAndFaults() {
    one.info("well");
    one.warning("not so well");
    one.severe("not well");
    one.severe("not well at all");

    assertThat(context.records().keySet()).containsExactlyInAnyOrder("WARNING", "SEVERE");
    assertThat(context.records().get("SEVERE").sum()).isEqualTo(2);
  }
}
