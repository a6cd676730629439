package org.lightpath.platform.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.lightpath.platform.security.Revocation;
import org.lightpath.platform.security.RevocationStore;

/** Revocations in the database. */
@ApplicationScoped
@Transactional
public class StoredRevocations implements RevocationStore {

  @PersistenceContext private EntityManager database;

  /** For CDI. */
  protected StoredRevocations() {}

  /** In {@code database}, without a container. */
  StoredRevocations(EntityManager database) {
    this.database = database;
  }

  @Override
  public void add(Revocation revocation) {
    database.persist(revocation);
  }

  @Override
  public void replaceProofs(Revocation ofSubject) {
    database
        .createNamedQuery("Revocation.dropProofs")
        .setParameter("subject", ofSubject.subject())
        .executeUpdate();
    database.persist(ofSubject);
  }

  @Override
  public List<Revocation> since(String id, Instant now) {
    return database
        .createNamedQuery("Revocation.since", Revocation.class)
        .setParameter("since", id)
        .setParameter("now", now)
        .getResultList();
  }

  @Override
  public long countProofs(String subject, Instant now) {
    return database
        .createNamedQuery("Revocation.count", Long.class)
        .setParameter("subject", subject)
        .setParameter("now", now)
        .getSingleResult();
  }

  @Override
  public void dropExpired(Instant now) {
    database.createNamedQuery("Revocation.dropExpired").setParameter("now", now).executeUpdate();
  }
}
