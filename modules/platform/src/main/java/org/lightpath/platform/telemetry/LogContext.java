package org.lightpath.platform.telemetry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Writes nothing: adds to a record what its thread works for, before the server's own handlers see
 * it. They stand further up the tree of loggers, so this one comes first, on the thread that logs;
 * the server's formatters show a parameter that is a map as members of their own.
 */
final class LogContext extends Handler {

  private final Map<String, LongAdder> records = new ConcurrentHashMap<>();

  @Override
  public void publish(LogRecord record) {
    if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
      records.computeIfAbsent(record.getLevel().getName(), l -> new LongAdder()).increment();
    }
    Work.present().ifPresent(work -> enrich(record, work));
  }

  private static void enrich(LogRecord record, Work work) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("trace", work.trace().id());
    addKnown(members, "user", work.user());
    addKnown(members, "site", work.site());
    Object[] given = record.getParameters() == null ? new Object[0] : record.getParameters();
    Object[] with = Arrays.copyOf(given, given.length + 1);
    with[given.length] = members;
    record.setParameters(with);
  }

  private static void addKnown(Map<String, String> members, String name, String value) {
    if (!value.isEmpty()) {
      members.put(name, value);
    }
  }

  /** How many records there were, by name of the level, from WARNING on. */
  Map<String, LongAdder> records() {
    return records;
  }

  @Override
  public void flush() {
    // Nothing is kept here.
  }

  @Override
  public void close() {
    // Nothing is open here.
  }
}
