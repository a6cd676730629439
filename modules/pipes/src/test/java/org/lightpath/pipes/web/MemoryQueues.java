package org.lightpath.pipes.web;

import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lightpath.pipes.PipeItem;
import org.lightpath.pipes.PipeQueues;
import org.lightpath.pipes.QueueName;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/** PIPE queues in memory; all items arrive at the seed's example time, 1704855600000 ms. */
final class MemoryQueues implements PipeQueues {

  private static final long NOW = 1_704_855_600_000L;

  private final Map<String, Deque<PipeItem>> queues = new TreeMap<>();
  private int items;

  @Override
  public void create(QueueName queue) {
    if (queues.putIfAbsent(queue.value(), new ArrayDeque<>()) != null) {
      throw new LightpathException(ErrorCode.CONFLICT, "Queue already exists: " + queue);
    }
  }

  @Override
  public void delete(QueueName queue) {
    existing(queue);
    queues.remove(queue.value());
  }

  @Override
  public PipeItem enqueue(QueueName queue, JsonValue payload, String sender) {
    PipeItem item =
        new PipeItem(
            "%d_%08x".formatted(NOW, ++items), queue, payload, NOW, sender, Optional.empty());
    existing(queue).add(item);
    return item;
  }

  @Override
  public Optional<PipeItem> enqueueOnce(
      QueueName queue, JsonValue payload, String sender, String onceId) {
    queues.computeIfAbsent(queue.value(), name -> new ArrayDeque<>());
    return Optional.of(enqueue(queue, payload, sender));
  }

  @Override
  public PipeItem dequeue(QueueName queue) {
    return Optional.ofNullable(existing(queue).poll())
        .orElseThrow(() -> new LightpathException(ErrorCode.NOT_FOUND, "Queue is empty: " + queue));
  }

  @Override
  public List<PipeItem> peek(QueueName queue, int limit) {
    return existing(queue).stream().limit(limit).toList();
  }

  @Override
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    queues.forEach((name, waiting) -> counts.put(name, (long) waiting.size()));
    return counts;
  }

  private Deque<PipeItem> existing(QueueName queue) {
    return Optional.ofNullable(queues.get(queue.value()))
        .orElseThrow(
            () -> new LightpathException(ErrorCode.NOT_FOUND, "Queue does not exist: " + queue));
  }
}
