package org.lightpath.pipes.queue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * The broker as the hub sees it: connected when first needed and, after a failure, connected anew
 * by the next caller once a pause is over, which grows from 0.1 s to 2 s. Thread-safe.
 */
final class Broker implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Broker.class.getName());
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final int MOST_DOUBLINGS = 5;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final BrokerLink link;
  private final Executor executor;
  private Optional<BrokerConnection> current = Optional.empty();
  private int failures;
  private long lastFailureNanos;
  private String lastReason = "";
  private boolean closed;

  /** {@code executor} closes broken connections, which can take seconds. */
  Broker(BrokerLink link, Executor executor) {
    this.link = link;
    this.executor = executor;
  }

  /**
   * A connection that was usable a moment ago.
   *
   * @throws LightpathException UNAVAILABLE if the broker is away: at once during a pause, after a
   *     few seconds if this call tried it
   */
  synchronized BrokerConnection connection() {
    if (current.isPresent() && current.get().isUsable()) {
      return current.get();
    }
    current.ifPresent(this::drop);
    if (closed) {
      throw new LightpathException(ErrorCode.UNAVAILABLE, "the hub is stopping");
    }
    if (failures > 0 && millisSinceFailure() < pauseMillis()) {
      throw away(null);
    }
    try {
      BrokerConnection connection = BrokerConnection.open(link);
      current = Optional.of(connection);
      LOG.log(Level.INFO, "PIPE queues: connected to the broker ({0})", link);
      failures = 0;
      return connection;
    } catch (Exception e) {
      failures++;
      lastFailureNanos = System.nanoTime();
      lastReason = reason(e);
      if (failures == 1) {
        LOG.log(Level.WARNING, "PIPE queues: no broker (" + link + "), trying again and again", e);
      }
      throw away(e);
    }
  }

  /** Gives a connection up that failed; later calls make a new one. */
  synchronized void drop(BrokerConnection connection) {
    if (current.isPresent() && current.get() == connection) {
      current = Optional.empty();
    }
    executor.execute(connection::close);
  }

  @Override
  public synchronized void close() {
    closed = true;
    current.ifPresent(BrokerConnection::close);
    current = Optional.empty();
  }

  private LightpathException away(Exception cause) {
    return new LightpathException(
        ErrorCode.UNAVAILABLE,
        "the message broker (%s) is away: %s; try again".formatted(link, lastReason),
        cause);
  }

  private long millisSinceFailure() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastFailureNanos);
  }

  private long pauseMillis() {
    return Math.min(
        LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures - 1, MOST_DOUBLINGS));
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
