package org.lightpath.archive.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.lightpath.archive.Intents;
import org.lightpath.platform.Ids;
import org.lightpath.platform.ObjectKey;

/** Intents in the database. */
@ApplicationScoped
@Transactional
public class StoredIntents implements Intents {

  @PersistenceContext private EntityManager database;
  private Clock clock;
  private Ids ids;

  /** For the CDI proxy. */
  protected StoredIntents() {}

  /** Notes with times of {@code clock}. */
  @Inject
  public StoredIntents(Clock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** In {@code database}, without a container. */
  StoredIntents(EntityManager database, Clock clock, Ids ids) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public void begin(ObjectKey key) {
    database
        .createNativeQuery(
            "insert into object_intent (intent_id, object_key, begun_at) values (?1, ?2, ?3)")
        .setParameter(1, ids.next())
        .setParameter(2, key.value())
        .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  @Override
  public void end(ObjectKey key) {
    database
        .createNativeQuery("delete from object_intent where object_key = ?1")
        .setParameter(1, key.value())
        .executeUpdate();
  }

  @Override
  public List<ObjectKey> all() {
    return keys(database.createNativeQuery("select distinct object_key from object_intent"));
  }

  @Override
  public List<ObjectKey> begunBefore(Instant time) {
    return keys(
        database
            .createNativeQuery("select distinct object_key from object_intent where begun_at < ?1")
            .setParameter(1, time.atOffset(ZoneOffset.UTC)));
  }

  private static List<ObjectKey> keys(Query query) {
    List<?> keys = query.getResultList();
    return keys.stream().map(key -> new ObjectKey(key.toString())).toList();
  }
}
