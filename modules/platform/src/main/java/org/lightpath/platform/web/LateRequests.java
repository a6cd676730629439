package org.lightpath.platform.web;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads and the memory of all requests whose body comes late. One thread watches those that
 * wait; so many at most are under way, in the order in which they became complete. Thread-safe.
 */
@ApplicationScoped
public class LateRequests {

  private static final Logger LOG = System.getLogger(LateRequests.class.getName());

  /** As many as there are threads for all other requests. */
  static final int MAX_AT_A_TIME = 64;

  /** Bytes that all bodies may hold together until their requests are answered. */
  static final long MAX_HELD_BYTES = 64L << 20;

  private static final Duration IDLE = Duration.ofSeconds(30);

  @Resource private ManagedThreadFactory threads;
  private final AtomicLong heldBytes = new AtomicLong();
  private LateAnswer answer;
  private ScheduledThreadPoolExecutor watch;
  private ThreadPoolExecutor workers;

  /** For the CDI proxy. */
  protected LateRequests() {}

  /** Requests that {@code answer} carries on with. */
  @Inject
  public LateRequests(LateAnswer answer) {
    this.answer = answer;
  }

  /** The same without a container. */
  LateRequests(LateAnswer answer, ThreadFactory threads) {
    this(answer);
    start(threads);
  }

  @PostConstruct
  void start() {
    start(threads);
  }

  private void start(ThreadFactory factory) {
    watch = new ScheduledThreadPoolExecutor(1, factory);
    watch.setRemoveOnCancelPolicy(true); // else a body would stay in memory until its deadline
    workers =
        new ThreadPoolExecutor(
            MAX_AT_A_TIME,
            MAX_AT_A_TIME,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            factory);
    workers.allowCoreThreadTimeOut(true);
  }

  @PreDestroy
  void stop() {
    watch.shutdownNow();
    workers.shutdownNow();
  }

  /** Carries on with whole requests. */
  LateAnswer answer() {
    return answer;
  }

  /** Looks at something short after {@code pause}, one at a time. */
  Future<?> watch(Runnable look, Duration pause) {
    return watch.schedule(() -> tell(look), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void tell(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException | Error e) {
      // The executor would keep it for somebody who asks, and nobody does.
      LOG.log(Level.ERROR, "cannot go on with a request whose body comes late", e);
    }
  }

  /** Does {@code work}, which may take its time, as soon as its turn comes. */
  void add(Runnable work) {
    workers.execute(work);
  }

  /** Takes back work that still waits for its turn; false if it does not. */
  boolean remove(Runnable work) {
    return workers.remove(work);
  }

  /** Adds what came of a body, or with a negative number what is let go; gives the sum of all. */
  long hold(long bytes) {
    return heldBytes.addAndGet(bytes);
  }
}
