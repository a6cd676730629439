package org.lightpath.pipes.queue;

import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.lightpath.pipes.PipeItem;
import org.lightpath.pipes.QueueName;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * The only one in this hub that touches a queue. It carries out what its lane brings, one call
 * after the other, commits once for all of them, and then answers.
 *
 * <p>An item whose taker never got its answer, because the commit's outcome is unknown or the taker
 * had left, is kept in memory and put back at the head as soon as the broker answers again.
 */
final class QueueOwner implements Lane.Owner {

  private static final Logger LOG = System.getLogger(QueueOwner.class.getName());

  /** What all owners share; {@code executor} runs their work. */
  record Surroundings(
      Broker broker, Executor executor, Clock clock, RandomGenerator random, DiskSpace disk) {}

  /** An item that leaves the queue with the call that gets it. */
  record Taken(PipeItem item) {}

  private record Answer<T>(Call<T> call, T value) {
    boolean deliver() {
      return call.answer(value);
    }

    Optional<PipeItem> taken() {
      return value instanceof Taken taken ? Optional.of(taken.item()) : Optional.empty();
    }
  }

  private final QueueName name;
  private final Surroundings around;
  private final Consumer<QueueOwner> onRetirement;
  private final Lane lane;
  private final ItemIds ids;
  private final Takeover takeover = new Takeover();
  private final List<Answer<?>> unanswered = new ArrayList<>();
  private final NavigableMap<String, PipeItem> undelivered = new TreeMap<>();
  private Optional<OpenQueue> open = Optional.empty();

  /** An owner that calls {@code onRetirement} when it has no queue to own. */
  QueueOwner(QueueName name, Surroundings around, Consumer<QueueOwner> onRetirement) {
    this.name = name;
    this.around = around;
    this.onRetirement = onRetirement;
    this.lane = new Lane(around.executor(), this);
    this.ids = new ItemIds(around.clock(), around.random());
  }

  QueueName name() {
    return name;
  }

  /** Queues a call; false if this owner has retired, so that a new one must be asked. */
  boolean offer(Call<?> call) {
    return lane.offer(call);
  }

  // ---- what calls do ----

  /** CONFLICT if the queue exists, TOO_MANY if there are {@code mostQueues} already. */
  Void create(int mostQueues) throws ActiveMQException {
    flush();
    if (queue().exists()) {
      throw new LightpathException(ErrorCode.CONFLICT, "Queue already exists: " + name);
    }
    if (queue().connection().pipeQueues().size() >= mostQueues) {
      throw new LightpathException(
          ErrorCode.TOO_MANY, "there are %d queues, no more are made".formatted(mostQueues));
    }
    queue().create();
    return null;
  }

  Void delete() throws ActiveMQException {
    flush();
    existing().delete();
    undelivered.clear();
    return null;
  }

  PipeItem enqueue(JsonValue payload, String sender, String trace) throws ActiveMQException {
    OpenQueue queue = existing();
    around.disk().check();
    PipeItem item = newItem(payload, sender, trace);
    queue.send(item);
    if (ids.hasPassedFloor()) {
      queue.storeFloor(ids.floorToStore());
    }
    return item;
  }

  /** Commits alone, because a notice that was there before makes the broker refuse the commit. */
  Optional<PipeItem> enqueueOnce(
      JsonValue payload, String sender, String trace, String onceId, int mostQueues)
      throws ActiveMQException {
    flush();
    around.disk().check();
    if (!queue().exists()) {
      create(mostQueues);
    }
    PipeItem item = newItem(payload, sender, trace);
    if (ids.hasPassedFloor()) {
      queue().storeFloor(ids.floorToStore());
      queue().commit();
    }
    queue().sendOnce(item, onceId);
    try {
      queue().commit();
      return Optional.of(item);
    } catch (ActiveMQException e) {
      if (e.getType() != ActiveMQExceptionType.DUPLICATE_ID_REJECTED) {
        throw e;
      }
      LOG.log(Level.DEBUG, "queue {0} has had notice {1} before", name, onceId);
      queue().close();
      open = Optional.empty();
      connect();
      return Optional.empty();
    }
  }

  Taken take() throws ActiveMQException {
    Optional<PipeItem> item = existing().take();
    if (item.isEmpty() && !unanswered.isEmpty()) {
      flush(); // an item sent for an earlier call can be taken now
      item = existing().take();
    }
    return new Taken(
        item.orElseThrow(
            () -> new LightpathException(ErrorCode.NOT_FOUND, "Queue is empty: " + name)));
  }

  List<PipeItem> peek(int limit) throws ActiveMQException {
    flush();
    return existing().peek(limit);
  }

  private PipeItem newItem(JsonValue payload, String sender, String trace) {
    return new PipeItem(
        ids.next(), name, payload, around.clock().millis(), sender, Optional.of(trace));
  }

  private OpenQueue queue() {
    return open.orElseThrow();
  }

  private OpenQueue existing() {
    if (!queue().exists()) {
      throw new LightpathException(ErrorCode.NOT_FOUND, "Queue does not exist: " + name);
    }
    return queue();
  }

  // ---- what the lane asks ----

  @Override
  public void carryOut(List<Call<?>> batch) {
    try {
      connect();
      restoreUndelivered();
      for (Call<?> call : batch) {
        if (call.begin()) {
          carryOut(call);
        }
      }
      flush();
    } catch (ActiveMQException | RuntimeException e) {
      giveUp(batch, e);
    }
  }

  @Override
  public Lane.Next next() {
    if (!undelivered.isEmpty()) {
      return Lane.Next.TRY_AGAIN;
    }
    return open.filter(OpenQueue::exists).isPresent() ? Lane.Next.REST : Lane.Next.RETIRE;
  }

  @Override
  public void retired() {
    onRetirement.accept(this);
    open.ifPresent(queue -> leave(queue, false));
    open = Optional.empty();
  }

  private <T> void carryOut(Call<T> call) throws ActiveMQException {
    try {
      unanswered.add(new Answer<>(call, call.run(this)));
    } catch (LightpathException e) {
      call.fail(e);
    }
  }

  /** Makes durable what was done since the last time, then answers the calls that asked for it. */
  private void flush() throws ActiveMQException {
    if (queue().isDirty()) {
      queue().commit();
    }
    for (Answer<?> answer : unanswered) {
      if (!answer.deliver()) {
        keepTaken(answer);
      }
    }
    unanswered.clear();
  }

  private void connect() throws ActiveMQException {
    if (open.isPresent() && open.get().connection().isUsable()) {
      return;
    }
    OpenQueue queue = OpenQueue.open(around.broker().connection(), name);
    open = Optional.of(queue);
    takeover.waitForOthers(queue, name);
    queue.attach();
    ids.resumeAt(queue.floorMillis());
  }

  private void restoreUndelivered() throws ActiveMQException {
    if (undelivered.isEmpty()) {
      return;
    }
    if (queue().exists()) {
      Set<String> there = queue().present(undelivered.keySet());
      for (PipeItem item : undelivered.values()) {
        if (!there.contains(item.id())) {
          queue().giveBack(item);
        }
      }
      if (queue().isDirty()) {
        queue().commit();
      }
      LOG.log(Level.INFO, "queue {0} has {1} items back", name, undelivered.size());
    }
    undelivered.clear();
  }

  /** Nothing after the last commit is certain: every call fails, taken items are kept. */
  private void giveUp(List<Call<?>> batch, Exception failure) {
    Level level = failure instanceof LightpathException ? Level.DEBUG : Level.WARNING;
    LOG.log(level, "queue " + name + ": the broker failed", failure);
    unanswered.forEach(this::keepTaken);
    unanswered.clear();
    LightpathException toCaller = BrokerErrors.toCaller(failure);
    batch.forEach(call -> call.fail(toCaller));
    open.ifPresent(queue -> leave(queue, BrokerErrors.breaksConnection(failure)));
    open = Optional.empty();
  }

  private void keepTaken(Answer<?> answer) {
    answer.taken().ifPresent(item -> undelivered.put(item.id(), item));
  }

  private void leave(OpenQueue queue, boolean connectionBroken) {
    if (connectionBroken) {
      around.broker().drop(queue.connection());
      return;
    }
    try {
      queue.close();
    } catch (ActiveMQException e) {
      LOG.log(Level.DEBUG, "closing a session", e);
      around.broker().drop(queue.connection());
    }
  }
}
