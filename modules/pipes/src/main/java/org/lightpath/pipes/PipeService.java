package org.lightpath.pipes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.PipelineNotices;
import org.lightpath.platform.Text;

/** What a caller may do with PIPE queues, and the bounds of it. Thread-safe. */
@ApplicationScoped
public class PipeService implements PipelineNotices {

  /** Items that {@link #peek} gives if the caller names no limit. */
  public static final int DEFAULT_LIMIT = 10;

  /** Most items that {@link #peek} gives. */
  public static final int MAX_LIMIT = 1_000;

  private static final int MAX_PAYLOAD_BYTES = 1 << 20;
  private static final int MAX_SENDER_CHARACTERS = 200;
  private static final JsonProvider JSON = JsonProvider.provider();

  private PipeQueues queues;

  /** For the CDI proxy. */
  protected PipeService() {}

  /** A service over {@code queues}. */
  @Inject
  public PipeService(PipeQueues queues) {
    this.queues = queues;
  }

  /** Makes a queue; CONFLICT if it exists. */
  public void create(QueueName queue) {
    queues.create(queue);
  }

  /** Removes a queue and its items; NOT_FOUND if it does not exist. */
  public void delete(QueueName queue) {
    queues.delete(queue);
  }

  /**
   * Appends an item.
   *
   * @throws LightpathException NOT_FOUND if the queue does not exist; TOO_LARGE if the payload is
   *     longer than 1 MiB in UTF-8; INVALID_ARGUMENT if {@code sender} is longer than 200
   *     characters
   */
  public PipeItem enqueue(QueueName queue, JsonValue payload, String sender) {
    checkBounds(payload, sender);
    return queues.enqueue(queue, payload, sender);
  }

  /** Removes and gives the oldest item; NOT_FOUND if there is none. */
  public PipeItem dequeue(QueueName queue) {
    return queues.dequeue(queue);
  }

  /**
   * The oldest items, which stay.
   *
   * @param limit how many at most, 1 to 1000
   * @throws LightpathException INVALID_ARGUMENT if {@code limit} is outside; NOT_FOUND if the queue
   *     does not exist
   */
  public List<PipeItem> peek(QueueName queue, int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "limit %d is outside 1 to %d items".formatted(limit, MAX_LIMIT));
    }
    return queues.peek(queue, limit);
  }

  /** Every queue with the number of its items. */
  public Map<String, Long> counts() {
    return queues.counts();
  }

  @Override
  public Optional<String> processFiles(
      String queue, String sender, List<String> fileNames, String noticeId) {
    JsonArrayBuilder names = JSON.createArrayBuilder();
    fileNames.forEach(names::add);
    JsonObject payload =
        JSON.createObjectBuilder()
            .add("request", "EVA_process_files")
            .add("request_content", names)
            .build();
    checkBounds(payload, sender);
    return queues.enqueueOnce(new QueueName(queue), payload, sender, noticeId).map(PipeItem::id);
  }

  private static void checkBounds(JsonValue payload, String sender) {
    int bytes = payload.toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_PAYLOAD_BYTES) {
      throw new LightpathException(
          ErrorCode.TOO_LARGE,
          "payload has %d bytes, at most %d are allowed".formatted(bytes, MAX_PAYLOAD_BYTES));
    }
    if (sender.length() > MAX_SENDER_CHARACTERS) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "sender '%s' has %d characters, at most %d are allowed"
              .formatted(Text.shortened(sender), sender.length(), MAX_SENDER_CHARACTERS));
    }
  }
}
