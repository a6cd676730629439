package org.lightpath.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One job while it is carried out: what it asks for and how far it is. One thread uses it. */
final class JobRun {

  private final Job job;
  private final JobService service;
  private final List<String> archived = new ArrayList<>();

  JobRun(Job job, JobService service) {
    this.job = job;
    this.service = service;
  }

  String ulid() {
    return job.ulid();
  }

  JobRequest request() {
    return job.order().request();
  }

  String traceId() {
    return job.order().traceId();
  }

  void exposing(String baseName, Duration remaining) {
    service.expose(job.ulid(), baseName, remaining);
  }

  void saving() {
    service.save(job.ulid());
  }

  void archived(String baseName) {
    archived.add(baseName);
  }

  /** Base names of the exposures that are in the archive. */
  List<String> archived() {
    return List.copyOf(archived);
  }
}
