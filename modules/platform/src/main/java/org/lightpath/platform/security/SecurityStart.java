package org.lightpath.platform.security;

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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the signing key before the first token comes, and the first admin of a hub that has no
 * user: {@code admin} with the password of {@code lightpath.security.first-admin-password}. From
 * then on looks what has ended.
 */
@Singleton
@Startup
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class SecurityStart {

  private static final Logger LOG = System.getLogger(SecurityStart.class.getName());

  /** What is revoked holds for a second at most, on every hub. */
  private static final Duration LOOK = Duration.ofMillis(400);

  private static final Duration CLEANING = Duration.ofHours(1);
  private static final Duration NOTING = Duration.ofMinutes(1);

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private Keys keys;
  @Inject private Login login;
  @Inject private Users users;
  @Inject private Revocations revocations;
  @Inject private Refreshing refreshing;
  @Inject private ApiKeys apiKeys;
  @Inject private OpenConnections connections;

  @Inject
  @ConfigProperty(name = "lightpath.security.first-admin-password")
  private Optional<String> firstPassword;

  private List<ScheduledFuture<?>> tasks = List.of();

  @PostConstruct
  void prepare() {
    keys.signingPair();
    if (firstPassword.isPresent() && users.count() == 0) {
      login.add("admin", firstPassword.get(), Set.of(Grant.everywhere(Role.ADMIN)));
    }
    revocations.refresh();
    tasks =
        List.of(
            every(LOOK, this::look),
            every(NOTING, apiKeys::writeUses),
            every(CLEANING, this::clean));
  }

  private void look() {
    revocations.refresh();
    connections.endThoseWithoutProof();
  }

  private void clean() {
    revocations.dropExpired();
    refreshing.dropExpired();
  }

  private ScheduledFuture<?> every(Duration pause, Runnable work) {
    Runnable task = () -> goOn(work);
    return scheduler.scheduleWithFixedDelay(
        task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void goOn(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      // A task that throws is never run again.
      LOG.log(Level.ERROR, "cannot look for what was revoked or has expired", e);
    }
  }

  @PreDestroy
  void stop() {
    tasks.forEach(task -> task.cancel(false));
    goOn(apiKeys::writeUses);
  }
}
