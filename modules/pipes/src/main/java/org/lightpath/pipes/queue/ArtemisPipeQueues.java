package org.lightpath.pipes.queue;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.lightpath.pipes.PipeItem;
import org.lightpath.pipes.PipeQueues;
import org.lightpath.pipes.QueueName;
import org.lightpath.platform.telemetry.Work;

/** PIPE queues in Artemis: each call goes to the owner of its queue and waits for the answer. */
final class ArtemisPipeQueues implements PipeQueues {

  /** More than the broker's call time-out, so that its own reason is heard if it has one. */
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private static final int MOST_QUEUES = 1_000;

  private final QueueOwner.Surroundings around;
  private final ConcurrentMap<QueueName, QueueOwner> owners = new ConcurrentHashMap<>();

  ArtemisPipeQueues(QueueOwner.Surroundings around) {
    this.around = around;
  }

  @Override
  public void create(QueueName queue) {
    ask(queue, owner -> owner.create(MOST_QUEUES));
  }

  @Override
  public void delete(QueueName queue) {
    ask(queue, QueueOwner::delete);
  }

  @Override
  public PipeItem enqueue(QueueName queue, JsonValue payload, String sender) {
    String trace = Work.presentTrace().id();
    return ask(queue, owner -> owner.enqueue(payload, sender, trace));
  }

  @Override
  public Optional<PipeItem> enqueueOnce(
      QueueName queue, JsonValue payload, String sender, String onceId) {
    String trace = Work.presentTrace().id();
    return ask(queue, owner -> owner.enqueueOnce(payload, sender, trace, onceId, MOST_QUEUES));
  }

  @Override
  public PipeItem dequeue(QueueName queue) {
    return ask(queue, QueueOwner::take).item();
  }

  @Override
  public List<PipeItem> peek(QueueName queue, int limit) {
    return ask(queue, owner -> owner.peek(limit));
  }

  @Override
  public Map<String, Long> counts() {
    Call<Map<String, Long>> call = new Call<>(owner -> Map.of());
    call.begin();
    around.executor().execute(() -> count(call));
    return call.await(DEADLINE);
  }

  private void count(Call<Map<String, Long>> call) {
    try {
      BrokerConnection connection = around.broker().connection();
      try {
        Map<String, Long> counts = new TreeMap<>();
        for (QueueAddress address : connection.pipeQueues()) {
          counts.put(address.name().orElseThrow().value(), connection.count(address));
        }
        call.answer(counts);
      } catch (ActiveMQException e) {
        around.broker().drop(connection);
        call.fail(BrokerErrors.toCaller(e));
      }
    } catch (RuntimeException e) {
      call.fail(BrokerErrors.toCaller(e));
    }
  }

  private <T> T ask(QueueName queue, Call.Work<T> work) {
    Call<T> call = new Call<>(work);
    QueueOwner owner = owners.computeIfAbsent(queue, this::newOwner);
    while (!owner.offer(call)) {
      owners.remove(queue, owner); // it has just retired
      owner = owners.computeIfAbsent(queue, this::newOwner);
    }
    return call.await(DEADLINE);
  }

  private QueueOwner newOwner(QueueName queue) {
    return new QueueOwner(queue, around, owner -> owners.remove(owner.name(), owner));
  }
}
