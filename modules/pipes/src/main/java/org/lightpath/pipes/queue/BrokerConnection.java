package org.lightpath.pipes.queue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.api.core.client.SessionFailureListener;

/**
 * One connection to the broker, with a session of its own for questions. It is never repaired: once
 * broken, it is closed and replaced. Thread-safe.
 */
final class BrokerConnection implements AutoCloseable {

  /** Keeps, per PIPE queue, a time that no item's id has passed. */
  static final SimpleString FLOORS = SimpleString.of("pipe-floors");

  private static final Logger LOG = System.getLogger(BrokerConnection.class.getName());

  private final BrokerLink link;
  private final ServerLocator locator;
  private final ClientSessionFactory factory;
  private final ClientSession questions;
  private volatile boolean broken;

  private BrokerConnection(BrokerLink link, ServerLocator locator) throws Exception {
    this.link = link;
    this.locator = locator;
    this.factory = locator.createSessionFactory();
    this.questions =
        factory.createSession(link.user(), link.password(), false, true, true, false, 0);
    questions.addFailureListener(new Breakage());
    makeFloors();
  }

  /** Connects; fails within a few seconds if the broker is away. */
  static BrokerConnection open(BrokerLink link) throws Exception {
    ServerLocator locator = link.locator();
    try {
      return new BrokerConnection(link, locator);
    } catch (Exception e) {
      locator.close();
      throw e;
    }
  }

  boolean isUsable() {
    return !broken && !factory.isClosed();
  }

  /** A session whose sends and acknowledgements take effect when it commits. */
  ClientSession newTransactedSession() throws ActiveMQException {
    return factory.createSession(link.user(), link.password(), false, false, false, false, 0);
  }

  /** Names of all PIPE queues. */
  synchronized List<QueueAddress> pipeQueues() throws ActiveMQException {
    List<QueueAddress> addresses = new ArrayList<>();
    for (SimpleString name :
        questions.addressQuery(SimpleString.of(QueueAddress.ALL)).getQueueNames()) {
      QueueAddress address = new QueueAddress(name.toString());
      if (address.name().isPresent()) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  /** How many items wait in a queue; 0 if it does not exist. */
  synchronized long count(QueueAddress address) throws ActiveMQException {
    return questions.queueQuery(SimpleString.of(address.value())).getMessageCount();
  }

  /** Returns if the broker answers. */
  synchronized void ping() throws ActiveMQException {
    questions.queueQuery(FLOORS);
  }

  @Override
  public void close() {
    broken = true;
    try {
      factory.close();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "closing a broken connection", e);
    }
    locator.close();
  }

  /** Hears from the client when the connection fails while nobody calls. */
  private final class Breakage implements SessionFailureListener {
    @Override
    public void connectionFailed(ActiveMQException reason, boolean failedOver) {
      broken = true;
    }

    @Override
    public void connectionFailed(
        ActiveMQException reason, boolean failedOver, String scaleDownTarget) {
      broken = true;
    }

    @Override
    public void beforeReconnect(ActiveMQException reason) {
      broken = true;
    }
  }

  private void makeFloors() throws ActiveMQException {
    if (questions.queueQuery(FLOORS).isExists()) {
      return;
    }
    try {
      questions.createQueue(
          QueueConfiguration.of(FLOORS)
              .setAddress(FLOORS)
              .setRoutingType(RoutingType.ANYCAST)
              .setDurable(true)
              .setAutoDelete(false)
              .setLastValue(true));
    } catch (ActiveMQException e) {
      if (e.getType() != ActiveMQExceptionType.QUEUE_EXISTS) {
        throw e;
      }
    }
  }
}
