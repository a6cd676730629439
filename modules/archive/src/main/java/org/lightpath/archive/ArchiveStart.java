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
  private static final int PERIOD_SECONDS = 5;

  /** A file that is stored and not recorded after this time has met a fault, not a slow disk. */
  private static final Duration LONGEST_WAY_IN = Duration.ofMinutes(10);

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private Intake intake;
  @Inject private Announcer announcer;
  @Inject private Clock clock;
  private ScheduledFuture<?> sending;

  @PostConstruct
  void start() {
    intake.finishAll();
    sending =
        scheduler.scheduleWithFixedDelay(
            this::goOn, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  private void goOn() {
    try {
      intake.finishBegunBefore(clock.instant().minus(LONGEST_WAY_IN));
      announcer.sendWaiting();
    } catch (RuntimeException e) {
      // A task that throws is never run again, and the notices would wait for ever.
      LOG.log(Level.ERROR, "cannot go on with what waits", e);
    }
  }

  @PreDestroy
  void stop() {
    sending.cancel(false);
  }
}
