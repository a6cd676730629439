package org.lightpath.archive;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Causes of files in memory. */
final class MemoryFileTraces implements FileTraces {

  private final Map<String, FileTrace> rows = new LinkedHashMap<>();
  private final Clock clock;

  MemoryFileTraces(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void add(FileTrace trace) {
    rows.putIfAbsent(trace.fileName(), trace);
  }

  @Override
  public Optional<FileTrace> find(String fileName) {
    return Optional.ofNullable(rows.get(fileName));
  }

  @Override
  public void told(String fileName, String queue, String itemId) {
    find(fileName).ifPresent(row -> row.told(queue, itemId, clock.instant()));
  }

  @Override
  public Optional<FileTrace> ofAnyName(String name) {
    return rows.values().stream()
        .filter(
            row ->
                row.fileName().equals(name)
                    || row.baseName().equals(name)
                    || row.itemId().equals(Optional.of(name)))
        .findFirst();
  }

  @Override
  public List<FileTrace> ofTrace(String traceId, int limit) {
    return rows.values().stream()
        .filter(row -> row.traceId().equals(traceId))
        .limit(limit)
        .toList();
  }
}
