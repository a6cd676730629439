package org.lightpath.pipes.queue;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lightpath.pipes.PipeQueues;

/**
 * Makes the parts of this package from the configuration. Nothing connects to the broker yet: a
 * broker that is away does not stop the application's start.
 */
@ApplicationScoped
public class BrokerBeans {

  private static final int MAX_THREADS = 64;
  private static final int IDLE_SECONDS = 30;

  /**
   * Threads of our own make: the container's executor takes over the context of whoever submits,
   * and drops the task without a word if that context is not, or no longer, one of a running
   * application.
   */
  @Resource private ManagedThreadFactory threads;

  private ThreadPoolExecutor executor;

  /** For the CDI proxy and the container. */
  protected BrokerBeans() {}

  @PostConstruct
  void start() {
    executor =
        new ThreadPoolExecutor(
            MAX_THREADS,
            MAX_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            threads);
    executor.allowCoreThreadTimeOut(true);
  }

  @PreDestroy
  void stop() {
    executor.shutdownNow();
  }

  @Produces
  @Singleton
  BrokerLink link(
      @ConfigProperty(name = "lightpath.broker.url") Optional<String> url,
      @ConfigProperty(name = "lightpath.broker.user") Optional<String> user,
      @ConfigProperty(name = "lightpath.broker.password") Optional<String> password,
      @ConfigProperty(name = "lightpath.data.dir") String dataDirectory) {
    return url.map(remote -> BrokerLink.remote(remote, user.orElse(""), password.orElse("")))
        .orElseGet(() -> BrokerLink.embedded(Path.of(dataDirectory)));
  }

  @Produces
  @Singleton
  Broker broker(BrokerLink link) {
    return new Broker(link, executor);
  }

  void stop(@Disposes Broker broker) {
    broker.close();
  }

  @Produces
  @Singleton
  BrokerProbe probe(Broker broker) {
    return new BrokerProbe(broker, executor);
  }

  @Produces
  @Singleton
  PipeQueues queues(Broker broker, BrokerLink link, Clock clock) {
    return new ArtemisPipeQueues(
        new QueueOwner.Surroundings(
            broker, executor, clock, new SecureRandom(), new DiskSpace(link.disk())));
  }
}
