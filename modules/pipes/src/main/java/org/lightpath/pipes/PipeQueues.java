package org.lightpath.pipes;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The queues, durable: a method returns when the broker has its effect on disk. Thread-safe.
 *
 * <p>Every method ends within about 5 s, with UNAVAILABLE if the broker is away. The effect of a
 * call that ended so is unknown, except that no item is lost by it: an item that was being taken is
 * put back.
 */
public interface PipeQueues {

  /**
   * Makes an empty queue.
   *
   * @throws org.lightpath.platform.LightpathException CONFLICT if it exists; TOO_MANY if there are
   *     as many queues as allowed
   */
  void create(QueueName queue);

  /**
   * Removes a queue with everything in it.
   *
   * @throws org.lightpath.platform.LightpathException NOT_FOUND if it does not exist
   */
  void delete(QueueName queue);

  /**
   * Appends an item; its id is greater than every id that this queue gave before.
   *
   * @throws org.lightpath.platform.LightpathException NOT_FOUND if the queue does not exist;
   *     NO_SPACE if the broker's disk is full
   */
  PipeItem enqueue(QueueName queue, JsonValue payload, String sender);

  /**
   * Appends an item, unless one with the same {@code onceId} has been appended before, this run or
   * an earlier one: then it is empty. Makes the queue if it is absent.
   *
   * @throws org.lightpath.platform.LightpathException NO_SPACE if the broker's disk is full
   */
  Optional<PipeItem> enqueueOnce(QueueName queue, JsonValue payload, String sender, String onceId);

  /**
   * Removes the oldest item and gives it to this caller only.
   *
   * @throws org.lightpath.platform.LightpathException NOT_FOUND if the queue is empty or does not
   *     exist
   */
  PipeItem dequeue(QueueName queue);

  /**
   * The oldest items, oldest first, left where they are; fewer than {@code limit} if their payloads
   * together pass 16 MiB.
   *
   * @throws org.lightpath.platform.LightpathException NOT_FOUND if the queue does not exist
   */
  List<PipeItem> peek(QueueName queue, int limit);

  /** Every queue with the number of its items, by name. */
  Map<String, Long> counts();
}
