package org.lightpath.platform.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lightpath.platform.security.ApiKey;
import org.lightpath.platform.security.ApiKeyStore;

/** API keys in the database. */
@ApplicationScoped
@Transactional
public class StoredApiKeys implements ApiKeyStore {

  @PersistenceContext private EntityManager database;

  /** For CDI. */
  protected StoredApiKeys() {}

  /** In {@code database}, without a container. */
  StoredApiKeys(EntityManager database) {
    this.database = database;
  }

  @Override
  public void add(ApiKey key) {
    database.persist(key);
  }

  @Override
  public Optional<ApiKey> find(String id) {
    return Optional.ofNullable(database.find(ApiKey.class, id));
  }

  @Override
  public List<ApiKey> after(String after, int limit) {
    return database
        .createNamedQuery("ApiKey.after", ApiKey.class)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public long count() {
    return database.createNamedQuery("ApiKey.count", Long.class).getSingleResult();
  }

  @Override
  public boolean revoke(String id, Instant now) {
    return database
            .createNamedQuery("ApiKey.revoke")
            .setParameter("id", id)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  @Override
  public void noteUse(String id, Instant at) {
    database
        .createNamedQuery("ApiKey.use")
        .setParameter("id", id)
        .setParameter("at", at)
        .executeUpdate();
  }
}
