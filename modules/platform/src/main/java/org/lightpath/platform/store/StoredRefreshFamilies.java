package org.lightpath.platform.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.lightpath.platform.security.RefreshFamily;
import org.lightpath.platform.security.RefreshStore;

/** Logins that may be refreshed, in the database. */
@ApplicationScoped
@Transactional
public class StoredRefreshFamilies implements RefreshStore {

  @PersistenceContext private EntityManager database;

  /** For CDI. */
  protected StoredRefreshFamilies() {}

  /** In {@code database}, without a container. */
  StoredRefreshFamilies(EntityManager database) {
    this.database = database;
  }

  @Override
  public void add(RefreshFamily family, int most) {
    database
        .createNamedQuery("RefreshFamily.ofSubject", RefreshFamily.class)
        .setParameter("subject", family.subject())
        .setFirstResult(most - 1)
        .getResultList()
        .forEach(database::remove);
    database.persist(family);
  }

  @Override
  public Optional<RefreshFamily> find(String id) {
    return Optional.ofNullable(database.find(RefreshFamily.class, id));
  }

  @Override
  public boolean turn(String id, String presented, String next, Instant now) {
    return database
            .createNamedQuery("RefreshFamily.turn")
            .setParameter("id", id)
            .setParameter("presented", presented)
            .setParameter("next", next)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  @Override
  public void drop(String id) {
    database.createNamedQuery("RefreshFamily.drop").setParameter("id", id).executeUpdate();
  }

  @Override
  public void dropAll(String subject) {
    database
        .createNamedQuery("RefreshFamily.dropOfSubject")
        .setParameter("subject", subject)
        .executeUpdate();
  }

  @Override
  public void dropExpired(Instant now) {
    database.createNamedQuery("RefreshFamily.dropExpired").setParameter("now", now).executeUpdate();
  }
}
