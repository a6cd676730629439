package org.lightpath.jobs.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.lightpath.jobs.Job;
import org.lightpath.jobs.JobWords;
import org.lightpath.jobs.Jobs;
import org.lightpath.jobs.OpenJobs;
import org.lightpath.jobs.WorkWaiting;
import org.lightpath.platform.SiteCode;

/** Jobs in the database. */
@ApplicationScoped
@Transactional
public class StoredJobs implements Jobs {

  @PersistenceContext private EntityManager database;

  /** For CDI. */
  protected StoredJobs() {}

  /** In {@code database}, without a container. */
  StoredJobs(EntityManager database) {
    this.database = database;
  }

  @Override
  public void add(Job job) {
    database.persist(job);
  }

  @Override
  public Optional<Job> find(String ulid) {
    return Optional.ofNullable(database.find(Job.class, ulid));
  }

  @Override
  public Optional<Job> lock(String ulid) {
    return Optional.ofNullable(database.find(Job.class, ulid, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Optional<Job> firstWaiting(SiteCode site, String device) {
    return database
        .createNamedQuery("Job.waiting", Job.class)
        .setParameter("site", site.value())
        .setParameter("device", device)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<WorkWaiting> waitingDevices() {
    return database.createNamedQuery("Job.waitingDevices", Object[].class).getResultList().stream()
        .map(row -> new WorkWaiting(new SiteCode((String) row[0]), (String) row[1]))
        .toList();
  }

  @Override
  public long countWaiting(SiteCode site, String device) {
    return database
        .createNamedQuery("Job.countWaiting", Long.class)
        .setParameter("site", site.value())
        .setParameter("device", device)
        .getSingleResult();
  }

  @Override
  public List<OpenJobs> countOpen() {
    return database
        .createNamedQuery("Job.countOpen", Object[].class)
        .setParameter("open", JobWords.OPEN)
        .getResultStream()
        .map(
            row ->
                new OpenJobs(
                    new SiteCode((String) row[0]),
                    (String) row[1],
                    ((Number) row[2]).longValue(),
                    (String) row[3]))
        .toList();
  }

  @Override
  public List<Job> interrupted() {
    return database.createNamedQuery("Job.interrupted", Job.class).getResultList();
  }

  @Override
  public List<Job> ofTrace(String traceId, int limit) {
    return database
        .createNamedQuery("Job.ofTrace", Job.class)
        .setParameter("trace", traceId)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public List<Job> recent(SiteCode site, String since, int limit) {
    return database
        .createNamedQuery("Job.recent", Job.class)
        .setParameter("site", site.value())
        .setParameter("since", since)
        .setMaxResults(limit)
        .getResultList();
  }
}
