package org.lightpath.jobs;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lightpath.platform.SiteCode;

/** Jobs by ulid; the lock is the caller's matter. */
final class InMemoryJobs implements Jobs {

  private final NavigableMap<String, Job> rows = new ConcurrentSkipListMap<>();

  /** Thrown by the next look for work, once. */
  volatile Optional<Throwable> fault = Optional.empty();

  @Override
  public void add(Job job) {
    rows.put(job.ulid(), job);
  }

  @Override
  public Optional<Job> find(String ulid) {
    return Optional.ofNullable(rows.get(ulid));
  }

  @Override
  public Optional<Job> lock(String ulid) {
    return find(ulid);
  }

  @Override
  public Optional<Job> firstWaiting(SiteCode site, String device) {
    throwFault();
    return all(j -> isWaiting(j) && j.site().equals(site))
        .filter(j -> j.order().deviceInstance().equals(device))
        .findFirst();
  }

  private void throwFault() {
    Optional<Throwable> now = fault;
    fault = Optional.empty();
    if (now.isPresent() && now.get() instanceof Error error) {
      throw error;
    }
    if (now.isPresent() && now.get() instanceof RuntimeException exception) {
      throw exception;
    }
  }

  @Override
  public List<WorkWaiting> waitingDevices() {
    return all(InMemoryJobs::isWaiting)
        .map(j -> new WorkWaiting(j.site(), j.order().deviceInstance()))
        .distinct()
        .toList();
  }

  @Override
  public long countWaiting(SiteCode site, String device) {
    return all(j -> isWaiting(j) && j.site().equals(site))
        .filter(j -> j.order().deviceInstance().equals(device))
        .count();
  }

  @Override
  public List<OpenJobs> countOpen() {
    return all(j -> JobWords.OPEN.contains(j.status()))
        .collect(Collectors.groupingBy(j -> List.of(j.site().value(), j.status())))
        .values()
        .stream()
        .map(
            same ->
                new OpenJobs(
                    same.get(0).site(), same.get(0).status(), same.size(), same.get(0).ulid()))
        .toList();
  }

  @Override
  public List<Job> interrupted() {
    return all(j -> !isWaiting(j) && j.endedAt().isEmpty()).toList();
  }

  @Override
  public List<Job> ofTrace(String traceId, int limit) {
    return all(j -> j.order().traceId().equals(traceId)).limit(limit).toList();
  }

  @Override
  public List<Job> recent(SiteCode site, String since, int limit) {
    return all(j -> j.site().equals(site) && j.ulid().compareTo(since) >= 0)
        .sorted(Comparator.comparing(Job::ulid).reversed())
        .limit(limit)
        .toList();
  }

  private Stream<Job> all(Predicate<Job> wanted) {
    return rows.values().stream().filter(wanted);
  }

  private static boolean isWaiting(Job job) {
    return job.status().equals(JobWords.UNREAD);
  }
}
