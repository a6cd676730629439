package org.lightpath.pipes.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.lightpath.platform.telemetry.Probe;

/** Asks the broker whether it is there. Thread-safe. */
final class BrokerProbe {

  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final Broker broker;
  private final Probe probe;

  BrokerProbe(Broker broker, Executor executor) {
    this.broker = broker;
    this.probe = new Probe(this::ask, executor, PATIENCE);
  }

  /** What is wrong with the broker; empty if it answers. Returns within 0.7 s. */
  Optional<String> trouble() {
    return probe.trouble();
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
