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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Finishes what a crash interrupted, then sends the notices that wait, every few seconds. */
@Singleton
@Startup
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class ArchiveStart {

  private static final Logger LOG = System.getLogger(ArchiveStart.class.getName());
  private static final int PERIOD_SECONDS = 5;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private Intake intake;
  @Inject private Announcer announcer;
  private ScheduledFuture<?> sending;

  @PostConstruct
  void start() {
    intake.finishAll();
    sending =
        scheduler.scheduleWithFixedDelay(
            this::sendWaiting, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  private void sendWaiting() {
    try {
      announcer.sendWaiting();
    } catch (RuntimeException e) {
      // A task that throws is never run again, and the notices would wait for ever.
      LOG.log(Level.ERROR, "cannot send the notices that wait", e);
    }
  }

  @PreDestroy
  void stop() {
    sending.cancel(false);
  }
}
