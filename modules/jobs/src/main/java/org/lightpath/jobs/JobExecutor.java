package org.lightpath.jobs;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.lightpath.platform.Checkpoint;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.Trace;
import org.lightpath.platform.telemetry.Work;

/**
 * Carries out the jobs of the hub's own devices: one thread per device with work, one job at a
 * time, oldest first. There are never more threads than configured devices. Thread-safe.
 */
@ApplicationScoped
public class JobExecutor {

  private static final Logger LOG = System.getLogger(JobExecutor.class.getName());

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private record Lane(SiteCode site, String device) {}

  @Resource private ManagedThreadFactory threads;
  private final Map<Lane, AtomicInteger> wakes = new ConcurrentHashMap<>();
  private JobService service;
  private DeviceActions actions;
  private ExecutorService executor;

  /** For the CDI proxy. */
  protected JobExecutor() {}

  /** Carries out the jobs of {@code service} by {@code actions}. */
  @Inject
  public JobExecutor(JobService service, DeviceActions actions) {
    this.service = service;
    this.actions = actions;
  }

  /** The same without a container. */
  JobExecutor(JobService service, DeviceActions actions, ThreadFactory threads) {
    this(service, actions);
    this.executor = Executors.newCachedThreadPool(threads);
  }

  /** Sees to it that the jobs of that device are looked for, now or when the present one ends. */
  public void wake(SiteCode site, String device) {
    if (!actions.drives(site, device)) {
      return;
    }
    Lane lane = new Lane(site, device);
    AtomicInteger wake = wakes.computeIfAbsent(lane, l -> new AtomicInteger());
    if (wake.getAndIncrement() == 0) {
      begin(lane, wake);
    }
  }

  private void begin(Lane lane, AtomicInteger wake) {
    try {
      pool().execute(() -> run(lane));
    } catch (RuntimeException | Error e) {
      wake.set(0); // else no later wake would begin it
      throw e;
    }
  }

  private synchronized ExecutorService pool() {
    if (executor == null) {
      executor = Executors.newCachedThreadPool(threads);
    }
    return executor;
  }

  /** Runs until no wake came during the last look. */
  private void run(Lane lane) {
    AtomicInteger wake = wakes.get(lane);
    int seen;
    do {
      seen = wake.get();
      carryOutAll(lane);
    } while (wake.addAndGet(-seen) != 0);
  }

  private void carryOutAll(Lane lane) {
    try {
      Optional<Job> job = service.takeNext(lane.site(), lane.device());
      while (job.isPresent()) {
        Checkpoint.JOB_TAKEN.reached();
        Job taken = job.get();
        workOf(taken).run(() -> carryOut(taken));
        job = service.takeNext(lane.site(), lane.device());
      }
    } catch (RuntimeException | Error e) {
      // The rows are the truth: the sweep wakes this lane again. A lane that died here, with its
      // wakes counted, would never run again.
      LOG.log(Level.ERROR, "cannot look for jobs of " + lane, e);
    }
  }

  /** What the thread works for from now on: the log, the device's calls and the image say so. */
  static Work workOf(Job job) {
    Trace trace = Trace.continuing(job.order().traceId());
    return Work.of(trace, () -> job.order().request().userId(), () -> job.site().value());
  }

  private void carryOut(Job job) {
    JobRun run = new JobRun(job, service);
    Runnable end = () -> service.complete(job.ulid());
    try {
      service.start(job.ulid());
      actions.run(run);
      LOG.log(Level.INFO, "job {0} is done, {1} images", job.ulid(), run.archived().size());
      Checkpoint.JOB_DONE.reached();
    } catch (LightpathException e) {
      LOG.log(Level.INFO, "job {0} failed: {1}", job.ulid(), e.getMessage());
      end = () -> service.fail(job.ulid(), e.getMessage(), run.archived());
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "job " + job.ulid() + " failed by a fault of the hub", e);
      end =
          () -> service.fail(job.ulid(), "a fault of the hub; its log tells more", run.archived());
    }
    write(job.ulid(), end);
  }

  /** Writes the end of a job, however long the database is away: without it the job never ends. */
  private static void write(String ulid, Runnable end) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        end.run();
        return;
      } catch (LightpathException e) {
        LOG.log(Level.WARNING, "job {0} has ended already: {1}", ulid, e.getMessage());
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "cannot write the end of job " + ulid + ", trying again", e);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  @PreDestroy
  synchronized void stop() {
    if (executor != null) {
      executor.shutdownNow();
    }
  }
}
