package org.lightpath.archive.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.lightpath.archive.Notice;
import org.lightpath.archive.Notices;

/** Notices in the database. */
@ApplicationScoped
@Transactional
public class StoredNotices implements Notices {

  @PersistenceContext private EntityManager database;

  /** For CDI. */
  protected StoredNotices() {}

  /** In {@code database}, without a container. */
  StoredNotices(EntityManager database) {
    this.database = database;
  }

  @Override
  public void add(Notice notice) {
    database.persist(notice);
  }

  @Override
  public Optional<Notice> find(String fileName) {
    return Optional.ofNullable(database.find(Notice.class, fileName));
  }

  @Override
  public List<Notice> oldest(int limit) {
    return database
        .createNamedQuery("Notice.oldest", Notice.class)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public void remove(String fileName) {
    find(fileName).ifPresent(database::remove);
  }
}
