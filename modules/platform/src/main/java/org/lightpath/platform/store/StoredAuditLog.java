package org.lightpath.platform.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lightpath.platform.audit.AuditEntry;
import org.lightpath.platform.audit.AuditHead;
import org.lightpath.platform.audit.AuditLog;

/** The audit trail in the database. */
@ApplicationScoped
@Transactional
public class StoredAuditLog implements AuditLog {

  @PersistenceContext private EntityManager database;

  /** For CDI. */
  protected StoredAuditLog() {}

  /** In {@code database}, without a container. */
  StoredAuditLog(EntityManager database) {
    this.database = database;
  }

  @Override
  public AuditHead head() {
    return database.find(AuditHead.class, AuditHead.ID);
  }

  @Override
  public AuditHead lockHead() {
    return database.find(AuditHead.class, AuditHead.ID, LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  public void add(List<AuditEntry> entries) {
    entries.forEach(database::persist);
    // The head with them: whoever adds again in this transaction reads it anew.
    database.flush();
  }

  @Override
  public List<AuditEntry> after(long number, int limit) {
    return database
        .createNamedQuery("AuditEntry.after", AuditEntry.class)
        .setParameter("number", number)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public List<AuditEntry> find(Filter filter, int limit) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> terms = new ArrayList<>();
    filter.subject().ifPresent(it -> put(values, terms, "e.subject = :subject", "subject", it));
    filter.action().ifPresent(it -> put(values, terms, "e.action = :action", "action", it));
    filter.from().ifPresent(it -> put(values, terms, "e.doneAt >= :from", "from", it));
    filter.to().ifPresent(it -> put(values, terms, "e.doneAt < :to", "to", it));
    filter.below().ifPresent(it -> put(values, terms, "e.number < :below", "below", it));
    String where = terms.isEmpty() ? "" : " where " + String.join(" and ", terms);
    TypedQuery<AuditEntry> query =
        database.createQuery(
            "select e from AuditEntry e" + where + " order by e.number desc", AuditEntry.class);
    values.forEach(query::setParameter);
    return query.setMaxResults(limit).getResultList();
  }

  private static void put(
      Map<String, Object> values, List<String> terms, String term, String name, Object value) {
    terms.add(term);
    values.put(name, value);
  }

  @Override
  public Optional<AuditEntry> newestOf(String action) {
    return database
        .createNamedQuery("AuditEntry.newestOf", AuditEntry.class)
        .setParameter("action", action)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Long> oldestSince(Instant time) {
    return Optional.ofNullable(
        database
            .createNamedQuery("AuditEntry.oldestSince", Long.class)
            .setParameter("time", time)
            .getSingleResult());
  }

  @Override
  public void deleteUpTo(long number) {
    database
        .createNamedQuery("AuditEntry.deleteUpTo")
        .setParameter("number", number)
        .executeUpdate();
  }
}
