package org.lightpath.archive;

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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Finishes what a crash or a fault interrupted, and sends the notices that wait, every few seconds.
 */
@Singleton
@Startup
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class ArchiveStart {

  private static final Logger LOG = System.getLogger(ArchiveStart.class.getName());

  /** A file that is stored and not recorded after this time has met a fault, not a slow disk. */
  private static final Duration LONGEST_WAY_IN = Duration.ofMinutes(10);

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private Intake intake;
  @Inject private Announcer announcer;
  @Inject private Clock clock;
  private List<ScheduledFuture<?>> tasks = List.of();

  @PostConstruct
  void start() {
    intake.finishAll();
    tasks =
        List.of(
            every(Duration.ofSeconds(5), announcer::sendWaiting),
            every(LONGEST_WAY_IN, this::finishLate));
  }

  private ScheduledFuture<?> every(Duration pause, Runnable work) {
    Runnable task = () -> goOn(work);
    return scheduler.scheduleWithFixedDelay(
        task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void finishLate() {
    intake.finishBegunBefore(clock.instant().minus(LONGEST_WAY_IN));
  }

  private static void goOn(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      // A task that throws is never run again, and what waits would wait for ever.
      LOG.log(Level.ERROR, "cannot go on with what waits", e);
    }
  }

  @PreDestroy
  void stop() {
    tasks.forEach(task -> task.cancel(false));
  }
}
