package org.lightpath.platform.store;

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
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.lightpath.platform.idempotency.IdempotencyKeys;

/** Removes idempotency keys that nobody will come back with. */
@Singleton
@Startup
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class IdempotencyStart {

  private static final Logger LOG = System.getLogger(IdempotencyStart.class.getName());
  private static final long PAUSE_MINUTES = 10;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private IdempotencyKeys keys;
  private Optional<ScheduledFuture<?>> task = Optional.empty();

  @PostConstruct
  void start() {
    task =
        Optional.of(
            scheduler.scheduleWithFixedDelay(
                this::purge, PAUSE_MINUTES, PAUSE_MINUTES, TimeUnit.MINUTES));
  }

  private void purge() {
    try {
      long left = keys.purge();
      LOG.log(Level.DEBUG, "{0} idempotency keys", left);
    } catch (RuntimeException e) {
      // A task that throws is never run again, and the table would grow for ever.
      LOG.log(Level.ERROR, "cannot remove old idempotency keys", e);
    }
  }

  @PreDestroy
  void stop() {
    task.ifPresent(running -> running.cancel(false));
  }
}
