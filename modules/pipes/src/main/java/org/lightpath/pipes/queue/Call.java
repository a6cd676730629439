package org.lightpath.pipes.queue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * One caller's wish for a queue. Either the owner's answer reaches the caller or the caller has
 * left before: exactly one of {@link #answer} and {@link #await} wins, so that an item never goes
 * to a caller who is gone.
 */
final class Call<T> {

  /** What to do with the queue, run by its owner. */
  interface Work<T> {
    T run(QueueOwner owner) throws ActiveMQException;
  }

  private enum State {
    WAITING,
    RUNNING,
    ANSWERED,
    LEFT
  }

  private final Work<T> work;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final CompletableFuture<T> result = new CompletableFuture<>();

  Call(Work<T> work) {
    this.work = work;
  }

  /** Whether the caller still waits; the owner then carries it out. */
  boolean begin() {
    return state.compareAndSet(State.WAITING, State.RUNNING);
  }

  T run(QueueOwner owner) throws ActiveMQException {
    return work.run(owner);
  }

  /** Gives the caller its answer; false if it has left. */
  boolean answer(T value) {
    boolean reached = state.compareAndSet(State.RUNNING, State.ANSWERED);
    if (reached) {
      result.complete(value);
    }
    return reached;
  }

  /** Gives the caller a failure, begun or not. */
  void fail(LightpathException failure) {
    result.completeExceptionally(failure);
  }

  /**
   * Waits for the answer.
   *
   * @throws LightpathException the owner's failure; UNAVAILABLE when {@code deadline} is over
   */
  T await(Duration deadline) {
    try {
      return result.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return leave(e, "the message broker gave no answer within " + deadline.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return leave(e, "interrupted while waiting for the message broker");
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private T leave(Exception reason, String message) {
    if (state.getAndUpdate(now -> now == State.ANSWERED ? now : State.LEFT) == State.ANSWERED) {
      return result.join();
    }
    throw new LightpathException(ErrorCode.UNAVAILABLE, message + "; try again", reason);
  }

  private static LightpathException failure(ExecutionException e) {
    if (e.getCause() instanceof LightpathException known) {
      return known;
    }
    return new LightpathException(ErrorCode.UNAVAILABLE, "the message broker failed", e);
  }
}
