package org.lightpath.pipes.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.lightpath.pipes.PipeItem;
import org.lightpath.pipes.QueueName;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * One PIPE queue over one connection: a transacted session with a producer and, if the queue
 * exists, the only consumer. After any failure it is of no more use. Not thread-safe.
 */
final class OpenQueue {

  /** Served before all others: an item that was taken for a caller who never got it. */
  private static final int RETURNED_PRIORITY = 9;

  private static final int USUAL_PRIORITY = 4;

  private static final int PEEK_WINDOW_BYTES = 64 * 1024;
  private static final long PEEK_PAYLOAD_CHARACTERS = 16L << 20;

  /** A receive can come back empty-handed although items are there; then it is tried again. */
  private static final int TRIES = 4;

  private static final long NEXT_TRY_MILLIS = 50;

  private static final SimpleString FLOOR = SimpleString.of("floor");

  private final BrokerConnection connection;
  private final QueueName name;
  private final SimpleString address;
  private final ClientSession session;
  private final ClientProducer producer;
  private Optional<ClientConsumer> taker = Optional.empty();
  private int takenSinceCommit;
  private boolean dirty;

  private OpenQueue(BrokerConnection connection, QueueName name) throws ActiveMQException {
    this.connection = connection;
    this.name = name;
    this.address = SimpleString.of(QueueAddress.of(name).value());
    this.session = connection.newTransactedSession();
    this.producer = session.createProducer();
    session.start();
  }

  /** Opens a queue, which need not exist. */
  static OpenQueue open(BrokerConnection connection, QueueName name) throws ActiveMQException {
    return new OpenQueue(connection, name);
  }

  BrokerConnection connection() {
    return connection;
  }

  /** Whether the queue is there, so that items can be sent and taken. */
  boolean exists() {
    return taker.isPresent();
  }

  /** How many others take from the queue at the broker; 0 if it does not exist. */
  int otherTakers() throws ActiveMQException {
    return session.queueQuery(address).getConsumerCount() - (exists() ? 1 : 0);
  }

  /** Begins to take, if the queue exists. */
  void attach() throws ActiveMQException {
    if (session.queueQuery(address).isExists()) {
      taker = Optional.of(session.createConsumer(address));
    }
  }

  void create() throws ActiveMQException {
    session.createQueue(
        QueueConfiguration.of(address)
            .setAddress(address)
            .setRoutingType(RoutingType.ANYCAST)
            .setDurable(true)
            .setAutoDelete(false));
    attach();
  }

  void delete() throws ActiveMQException {
    taker.orElseThrow().close();
    taker = Optional.empty();
    session.deleteQueue(address);
    forgetFloor();
  }

  void send(PipeItem item) throws ActiveMQException {
    send(ItemMessage.of(item, session), USUAL_PRIORITY);
  }

  /** Sends an item which the broker refuses at commit if it has seen {@code onceId} before. */
  void sendOnce(PipeItem item, String onceId) throws ActiveMQException {
    ClientMessage message = ItemMessage.of(item, session);
    message.putStringProperty(Message.HDR_DUPLICATE_DETECTION_ID, SimpleString.of(onceId));
    send(message, USUAL_PRIORITY);
  }

  /** Puts an item back at the head of the queue. */
  void giveBack(PipeItem item) throws ActiveMQException {
    send(ItemMessage.of(item, session), RETURNED_PRIORITY);
  }

  /** The oldest item, gone when the session commits; empty if there is none. */
  Optional<PipeItem> take() throws ActiveMQException {
    ClientConsumer consumer = taker.orElseThrow();
    ClientMessage message = consumer.receiveImmediate();
    for (int i = 1; message == null && waiting() > 0; i++) {
      if (i == TRIES) {
        throw new LightpathException(
            ErrorCode.UNAVAILABLE,
            "queue %s holds %d items that the broker does not hand out; try again"
                .formatted(name, waiting()));
      }
      message = consumer.receive(NEXT_TRY_MILLIS);
    }
    if (message == null) {
      return Optional.empty();
    }
    message.individualAcknowledge();
    takenSinceCommit++;
    dirty = true;
    return Optional.of(ItemMessage.read(message, name));
  }

  /** The oldest items, which stay; call it only after a commit. */
  List<PipeItem> peek(int limit) throws ActiveMQException {
    List<PipeItem> items = browse(Optional.empty(), limit);
    for (int i = 1; i < TRIES && items.size() < limit && items.size() < waiting(); i++) {
      items = browse(Optional.empty(), limit);
    }
    return items;
  }

  /** Which of {@code ids} are in the queue. */
  Set<String> present(Collection<String> ids) throws ActiveMQException {
    String filter =
        ids.stream()
            .map(id -> "'" + id + "'")
            .collect(Collectors.joining(",", ItemMessage.ID + " IN (", ")"));
    Set<String> found = new HashSet<>();
    browse(Optional.of(filter), ids.size()).forEach(item -> found.add(item.id()));
    return found;
  }

  /** The time that no item's id has passed, milliseconds since 1970; 0 if none is kept. */
  long floorMillis() throws ActiveMQException {
    try (ClientConsumer browser =
        session.createConsumer(
            BrokerConnection.FLOORS, floorFilter(), PEEK_WINDOW_BYTES, -1, true)) {
      ClientMessage message = browser.receiveImmediate();
      return message == null ? 0 : message.getLongProperty(FLOOR);
    }
  }

  /** Keeps a new floor, once the session commits. */
  void storeFloor(long millis) throws ActiveMQException {
    ClientMessage message = session.createMessage(true);
    message.putStringProperty(Message.HDR_LAST_VALUE_NAME, address);
    message.putLongProperty(FLOOR, millis);
    dirty = true;
    producer.send(BrokerConnection.FLOORS, message);
  }

  boolean isDirty() {
    return dirty;
  }

  /** Returns when everything since the last commit is on the broker's disk. */
  void commit() throws ActiveMQException {
    session.commit();
    dirty = false;
    takenSinceCommit = 0;
  }

  /** Closes the session; what was not committed has not happened. */
  void close() throws ActiveMQException {
    session.close();
  }

  private void send(ClientMessage message, int priority) throws ActiveMQException {
    message.setPriority((byte) priority);
    dirty = true;
    producer.send(address, message);
  }

  private long waiting() throws ActiveMQException {
    return session.queueQuery(address).getMessageCount() - takenSinceCommit;
  }

  private List<PipeItem> browse(Optional<String> filter, int limit) throws ActiveMQException {
    SimpleString selector = filter.map(SimpleString::of).orElse(null);
    List<PipeItem> items = new ArrayList<>();
    long characters = 0;
    try (ClientConsumer browser =
        session.createConsumer(address, selector, PEEK_WINDOW_BYTES, -1, true)) {
      while (items.size() < limit && characters < PEEK_PAYLOAD_CHARACTERS) {
        ClientMessage message = browser.receiveImmediate();
        if (message == null) {
          break;
        }
        characters += message.getBodySize() / Character.BYTES;
        items.add(ItemMessage.read(message, name));
      }
    }
    return items;
  }

  /** A queue of the same name starts afresh; without its queue the floor has no use. */
  private void forgetFloor() throws ActiveMQException {
    try (ClientConsumer consumer = session.createConsumer(BrokerConnection.FLOORS, floorFilter())) {
      ClientMessage message = consumer.receiveImmediate();
      if (message != null) {
        message.individualAcknowledge();
        session.commit();
      }
    }
  }

  private SimpleString floorFilter() {
    return SimpleString.of("%s = '%s'".formatted(Message.HDR_LAST_VALUE_NAME, address));
  }
}
