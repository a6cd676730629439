package org.lightpath.pipes.queue;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.activemq.artemis.api.core.ActiveMQException;

/**
 * Asks the broker whether it is there, at most once a second and one question at a time, so that
 * many probes cost one. Thread-safe.
 */
final class BrokerProbe {

  private static final long PATIENCE_MILLIS = 700;
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * Longer than any question takes. The container drops a task without a word if the request that
   * submitted it came before the application had its place: such a question is never answered.
   */
  private static final long LOST_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Broker broker;
  private final Executor executor;
  private CompletableFuture<Optional<String>> question =
      CompletableFuture.completedFuture(Optional.empty());
  private long askedAtNanos = System.nanoTime() - FRESH_NANOS;

  BrokerProbe(Broker broker, Executor executor) {
    this.broker = broker;
    this.executor = executor;
  }

  /** What is wrong with the broker; empty if it answers. Returns within 0.7 s. */
  Optional<String> trouble() {
    try {
      return question().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Optional.of("no answer within %d ms".formatted(PATIENCE_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    } catch (ExecutionException e) {
      return Optional.of(String.valueOf(e.getCause()));
    }
  }

  private synchronized CompletableFuture<Optional<String>> question() {
    long age = System.nanoTime() - askedAtNanos;
    if (age >= (question.isDone() ? FRESH_NANOS : LOST_NANOS)) {
      askedAtNanos = System.nanoTime();
      question = CompletableFuture.supplyAsync(this::ask, executor);
    }
    return question;
  }

  private Optional<String> ask() {
    try {
      BrokerConnection connection = broker.connection();
      try {
        connection.ping();
        return Optional.empty();
      } catch (ActiveMQException e) {
        broker.drop(connection);
        return Optional.of(BrokerErrors.toCaller(e).getMessage());
      }
    } catch (RuntimeException e) {
      return Optional.of(BrokerErrors.toCaller(e).getMessage());
    }
  }
}
