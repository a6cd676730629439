package org.lightpath.platform.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.lightpath.platform.preferences.PreferenceStore;

/** Preferences in the database, by plain statements: JPA has none that inserts or updates. */
@ApplicationScoped
@Transactional
public class StoredPreferences implements PreferenceStore {

  @PersistenceContext private EntityManager database;

  /** For CDI. */
  protected StoredPreferences() {}

  /** In {@code database}, without a container. */
  StoredPreferences(EntityManager database) {
    this.database = database;
  }

  @Override
  public Optional<String> find(String subject) {
    List<?> found =
        database
            .createNativeQuery("select preferences from preference where subject = ?")
            .setParameter(1, subject)
            .getResultList();
    return found.stream().map(String::valueOf).findFirst();
  }

  @Override
  public void put(String subject, String json) {
    if (!update(subject, json)) {
      // Whoever inserts at the same time is waited for, and then it is there.
      database
          .createNativeQuery("insert into preference values (?, ?) on conflict do nothing")
          .setParameter(1, subject)
          .setParameter(2, json)
          .executeUpdate();
      update(subject, json);
    }
  }

  private boolean update(String subject, String json) {
    return database
            .createNativeQuery("update preference set preferences = ? where subject = ?")
            .setParameter(1, json)
            .setParameter(2, subject)
            .executeUpdate()
        == 1;
  }

  @Override
  public void drop(String subject) {
    database
        .createNativeQuery("delete from preference where subject = ?")
        .setParameter(1, subject)
        .executeUpdate();
  }

  @Override
  public long count() {
    Object count = database.createNativeQuery("select count(*) from preference").getSingleResult();
    return ((Number) count).longValue();
  }
}
