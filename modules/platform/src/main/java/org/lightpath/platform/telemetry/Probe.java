package org.lightpath.platform.telemetry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks a part what is wrong with it, at most once a second and one question at a time, so that many
 * who want to know cost one, and a part that hangs holds up nobody. Thread-safe.
 */
public final class Probe {

  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * Longer than any question takes. The container drops a task without a word if the request that
   * submitted it came before the application had its place: such a question is never answered.
   */
  private static final long LOST_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Supplier<Optional<String>> part;
  private final Executor executor;
  private final Duration patience;
  private CompletableFuture<Optional<String>> question =
      CompletableFuture.completedFuture(Optional.empty());
  private long askedAtNanos = System.nanoTime() - FRESH_NANOS;

  /**
   * A probe of {@code part}.
   *
   * @param part says what is wrong, nothing if all is well; may block or throw
   * @param executor where it is asked
   * @param patience how long {@link #trouble} waits
   */
  public Probe(Supplier<Optional<String>> part, Executor executor, Duration patience) {
    this.part = part;
    this.executor = executor;
    this.patience = patience;
  }

  /** What is wrong with the part; empty if it is well. Returns within the probe's patience. */
  public Optional<String> trouble() {
    try {
      return question().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Optional.of("no answer within %d ms".formatted(patience.toMillis()));
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
      question = CompletableFuture.supplyAsync(part, executor);
    }
    return question;
  }
}
