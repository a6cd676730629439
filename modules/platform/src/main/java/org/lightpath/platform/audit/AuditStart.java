package org.lightpath.platform.audit;

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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Stores the acts that wait, a few times a second, and shortens the trail every hour. */
@Singleton
@Startup
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditStart {

  private static final Logger LOG = System.getLogger(AuditStart.class.getName());

  /** What a crash can lose: adr/0015. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  private static final Duration BETWEEN_SHORTENINGS = Duration.ofHours(1);

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private AuditQueue queue;
  @Inject private Retention retention;
  private List<ScheduledFuture<?>> tasks = List.of();

  @PostConstruct
  void start() {
    tasks = List.of(every(LONGEST_WAIT, queue::store), every(BETWEEN_SHORTENINGS, this::shorten));
  }

  private ScheduledFuture<?> every(Duration pause, Runnable work) {
    Runnable task = () -> goOn(work);
    return scheduler.scheduleWithFixedDelay(
        task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void shorten() {
    while (retention.shorten()) {
      LOG.log(Level.INFO, "the audit trail has been shortened");
    }
  }

  private static void goOn(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      // A task that throws is never run again.
      LOG.log(Level.ERROR, "cannot go on with the audit trail", e);
    }
  }

  @PreDestroy
  void stop() {
    tasks.forEach(task -> task.cancel(false));
    goOn(queue::store);
  }
}
