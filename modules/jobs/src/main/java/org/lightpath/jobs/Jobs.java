package org.lightpath.jobs;

import java.util.List;
import java.util.Optional;
import org.lightpath.platform.SiteCode;

/** The jobs' rows. */
public interface Jobs {

  /** Adds a new one. */
  void add(Job job);

  /** The job of that id. */
  Optional<Job> find(String ulid);

  /** The job of that id, locked until the transaction ends. */
  Optional<Job> lock(String ulid);

  /** The oldest job that waits for a device of the hub, if any; not locked. */
  Optional<Job> firstWaiting(SiteCode site, String device);

  /** The devices of the hub for which jobs wait, each once. */
  List<WorkWaiting> waitingDevices();

  /** How many jobs wait for that device. */
  long countWaiting(SiteCode site, String device);

  /** The jobs that have not ended, by site and status. */
  List<OpenJobs> countOpen();

  /** Jobs of the hub's devices that were taken and have not ended, oldest first. */
  List<Job> interrupted();

  /** The jobs of that trace, oldest first. */
  List<Job> ofTrace(String traceId, int limit);

  /** Jobs of a site from ulid {@code since} on, newest first. */
  List<Job> recent(SiteCode site, String since, int limit);
}
