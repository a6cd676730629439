package org.lightpath.pipes.queue;

import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.lightpath.pipes.PipeItem;
import org.lightpath.pipes.QueueName;
import org.lightpath.platform.Trace;

/**
 * An item as a broker's message: a JMS text message whose text is the payload's JSON and whose
 * properties are {@code id}, {@code sender}, {@code created_at} (milliseconds since 1970, long) and
 * {@code trace}.
 */
final class ItemMessage {

  private static final Logger LOG = System.getLogger(ItemMessage.class.getName());

  static final String ID = "id";
  private static final String SENDER = "sender";
  private static final String CREATED_AT = "created_at";
  private static final String TRACE = "trace";

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

  private ItemMessage() {}

  static ClientMessage of(PipeItem item, ClientSession session) {
    ClientMessage message = session.createMessage(Message.TEXT_TYPE, true);
    message.putStringProperty(ID, item.id());
    message.putStringProperty(SENDER, item.sender());
    message.putLongProperty(CREATED_AT, item.createdAtMillis());
    item.trace().ifPresent(trace -> message.putStringProperty(TRACE, trace));
    message.getBodyBuffer().writeNullableSimpleString(SimpleString.of(item.payload().toString()));
    return message;
  }

  /** The item; what another JMS program sent without our properties gets fitting ones. */
  static PipeItem read(ICoreMessage message, QueueName queue) {
    String id = text(message, ID, "");
    if (!PipeItem.isId(id)) {
      id = "%013d_%08x".formatted(message.getTimestamp(), (int) message.getMessageID());
    }
    Object createdAt = message.getObjectProperty(SimpleString.of(CREATED_AT));
    long createdAtMillis = createdAt instanceof Long millis ? millis : message.getTimestamp();
    return new PipeItem(
        id,
        queue,
        payload(message),
        createdAtMillis,
        text(message, SENDER, "unknown"),
        Optional.of(text(message, TRACE, "")).filter(Trace::isId));
  }

  private static String text(ICoreMessage message, String property, String absent) {
    Object value = message.getObjectProperty(SimpleString.of(property));
    return value == null ? absent : value.toString();
  }

  /** Another program's message must not stop the queue, whatever its body is. */
  private static JsonValue payload(ICoreMessage message) {
    if (message.getType() != Message.TEXT_TYPE) {
      return JsonValue.NULL;
    }
    SimpleString body;
    try {
      body = message.getReadOnlyBodyBuffer().readNullableSimpleString();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "message " + message.getMessageID() + " has no readable text", e);
      return JsonValue.NULL;
    }
    return body == null ? JsonValue.NULL : parsed(body.toString());
  }

  private static JsonValue parsed(String body) {
    try (JsonReader reader = READERS.createReader(new StringReader(body))) {
      return reader.readValue();
    } catch (RuntimeException e) {
      // No JSON, or nested too deep for the parser: the text itself is the payload.
      return JSON.createValue(body);
    }
  }
}
