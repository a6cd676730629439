package org.lightpath.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Settles the jobs that a crash interrupted; then looks every few seconds for jobs whose message
 * went astray.
 */
@Singleton
@Startup
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class JobStart {

  private static final Logger LOG = System.getLogger(JobStart.class.getName());
  private static final int PERIOD_SECONDS = 2;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private Jobs jobs;
  @Inject private JobRecovery recovery;
  @Inject private JobExecutor executor;
  private ScheduledFuture<?> sweep;

  @PostConstruct
  void start() {
    jobs.interrupted().forEach(this::settle);
    sweep =
        scheduler.scheduleWithFixedDelay(
            this::wakeWaiting, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  /** One job that cannot be settled must not keep the hub from starting. */
  private void settle(Job job) {
    try {
      JobExecutor.workOf(job).run(() -> recovery.settle(job));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "cannot settle job " + job.ulid() + "; the next start tries again", e);
    }
  }

  private void wakeWaiting() {
    try {
      jobs.waitingDevices().forEach(waiting -> executor.wake(waiting.site(), waiting.device()));
    } catch (RuntimeException e) {
      // A task that throws is never run again.
      LOG.log(Level.ERROR, "cannot look for waiting jobs", e);
    }
  }

  @PreDestroy
  void stop() {
    sweep.cancel(false);
  }
}
