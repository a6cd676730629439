package org.lightpath.archive.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.lightpath.archive.FileTrace;
import org.lightpath.archive.FileTraces;

/** Causes of files in the database. */
@ApplicationScoped
@Transactional
public class StoredFileTraces implements FileTraces {

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;

  /** For CDI. */
  protected StoredFileTraces() {}

  /** In {@code database}, without a container. */
  StoredFileTraces(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void add(FileTrace trace) {
    if (find(trace.fileName()).isEmpty()) {
      database.persist(trace);
    }
  }

  @Override
  public Optional<FileTrace> find(String fileName) {
    return Optional.ofNullable(database.find(FileTrace.class, fileName));
  }

  @Override
  public void told(String fileName, String queue, String itemId) {
    find(fileName).ifPresent(row -> row.told(queue, itemId, clock.instant()));
  }

  @Override
  public Optional<FileTrace> ofAnyName(String name) {
    return find(name)
        .or(() -> first("FileTrace.ofBaseName", name))
        .or(() -> first("FileTrace.ofItem", name));
  }

  private Optional<FileTrace> first(String query, String name) {
    return database
        .createNamedQuery(query, FileTrace.class)
        .setParameter("name", name)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<FileTrace> ofTrace(String traceId, int limit) {
    return database
        .createNamedQuery("FileTrace.ofTrace", FileTrace.class)
        .setParameter("trace", traceId)
        .setMaxResults(limit)
        .getResultList();
  }
}
