package org.lightpath.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.Ids;
import org.lightpath.platform.JobChanged;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Role;

/**
 * Requests jobs and moves them through their life. Thread-safe; every method is one transaction.
 */
@ApplicationScoped
@Transactional
public class JobService {

  /** More exposures than a night has room for. */
  private static final int MAX_WAITING = 10_000;

  private Jobs jobs;
  private DeviceActions actions;
  private Event<JobChanged> changes;
  private Event<WorkWaiting> work;
  private Ids ids;
  private Clock clock;

  /** For the CDI proxy. */
  protected JobService() {}

  /** Jobs kept in {@code jobs} and checked by {@code actions}. */
  @Inject
  public JobService(
      Jobs jobs,
      DeviceActions actions,
      Event<JobChanged> changes,
      Event<WorkWaiting> work,
      Ids ids,
      Clock clock) {
    this.jobs = jobs;
    this.actions = actions;
    this.changes = changes;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Takes a new job in; when this returns and the transaction holds, it is durable and on its way.
   *
   * @param traceId causal id of the request, 32 hexadecimal digits
   * @throws LightpathException NOT_FOUND for an unknown site or device, INVALID_ARGUMENT for what
   *     the device cannot do, FORBIDDEN if the body's user is not the caller
   */
  public Job request(JobRequest request, Caller caller, String traceId) {
    if (!request.userId().equals(caller.subject())) {
      throw new LightpathException(
          ErrorCode.FORBIDDEN,
          "user_id is '%s', the token is that of '%s'"
              .formatted(request.userId(), caller.subject()));
    }
    JobRequest named = request.by(caller.name());
    boolean hubDriven = actions.check(named);
    if (hubDriven) {
      checkRoom(request);
    }
    Job job =
        new Job(
            ids.next(), new JobOrder(named, rolesOf(caller, request.site()), traceId), hubDriven);
    jobs.add(job);
    tell(job);
    if (hubDriven) {
      work.fire(new WorkWaiting(request.site(), request.deviceInstance()));
    }
    return job;
  }

  private void checkRoom(JobRequest request) {
    if (jobs.countWaiting(request.site(), request.deviceInstance()) >= MAX_WAITING) {
      throw new LightpathException(
          ErrorCode.TOO_MANY,
          "%d jobs wait for %s already, no more are taken"
              .formatted(MAX_WAITING, request.deviceInstance()));
    }
  }

  private static String rolesOf(Caller caller, SiteCode site) {
    JsonArrayBuilder roles = Json.createArrayBuilder();
    caller.rolesAt(site).stream().map(Role::wireName).sorted().forEach(roles::add);
    return roles.build().toString();
  }

  /** Takes the oldest job that waits for that device of the hub; nobody else gets it. */
  public Optional<Job> takeNext(SiteCode site, String device) {
    Optional<Job> next = jobs.firstWaiting(site, device).flatMap(job -> jobs.lock(job.ulid()));
    // Between the look and the lock another hub may have taken it; the next look finds the next
    // one.
    Optional<Job> mine = next.filter(job -> job.status().equals(JobWords.UNREAD));
    mine.ifPresent(
        job -> {
          job.receive(clock.instant());
          tell(job);
        });
    return mine;
  }

  /** The job's device begins. */
  public void start(String ulid) {
    change(ulid, Job::start);
  }

  /** The job's next exposure begins. */
  public void expose(String ulid, String baseName, Duration remaining) {
    change(ulid, (job, now) -> job.expose(baseName, remaining));
  }

  /** The job's image is on its way into the archive. */
  public void save(String ulid) {
    change(ulid, (job, now) -> job.save());
  }

  /** The job is done. */
  public void complete(String ulid) {
    change(ulid, Job::complete);
  }

  /** The job will not be done; {@code archived} are the exposures that came so far. */
  public void fail(String ulid, String reason, List<String> archived) {
    change(
        ulid,
        (job, now) -> {
          job.keepImages(archived);
          job.fail(reason, now);
        });
  }

  /** A restart came between taking the job and its device's beginning: it waits again. */
  public void putBack(String ulid) {
    change(ulid, (job, now) -> job.putBack());
  }

  private void change(String ulid, BiConsumer<Job, Instant> change) {
    Job job = jobs.lock(ulid).orElseThrow(() -> noSuchJob(ulid));
    change.accept(job, clock.instant());
    tell(job);
  }

  private void tell(Job job) {
    changes.fire(new JobChanged(job.site(), job.ulid(), job.status(), JobJson.of(job)));
  }

  /** The job of that id; NOT_FOUND if there is none. */
  public Job get(String ulid) {
    return jobs.find(ulid).orElseThrow(() -> noSuchJob(ulid));
  }

  /**
   * Jobs of a site that are no older than {@code age}, oldest first; at most {@code limit}, the
   * newest.
   */
  public List<Job> recent(SiteCode site, Duration age, int limit) {
    String since = Ids.lowestAt(clock.instant().minus(age));
    return jobs.recent(site, since, limit).stream()
        .sorted((a, b) -> a.ulid().compareTo(b.ulid()))
        .toList();
  }

  private static LightpathException noSuchJob(String ulid) {
    return new LightpathException(ErrorCode.NOT_FOUND, "there is no job " + ulid);
  }
}
