package org.lightpath.pipes.queue;

import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lightpath.pipes.PipeService;

/** The PIPE part of a hub, put together without a container. */
final class Hub implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Broker broker;
  private final ArtemisPipeQueues queues;
  private final BrokerProbe probe;

  Hub(BrokerLink link, Clock clock) {
    broker = new Broker(link, threads);
    queues =
        new ArtemisPipeQueues(
            new QueueOwner.Surroundings(
                broker, threads, clock, new Random(1), new DiskSpace(Optional.empty())));
    probe = new BrokerProbe(broker, threads);
  }

  ArtemisPipeQueues queues() {
    return queues;
  }

  PipeService service() {
    return new PipeService(queues);
  }

  BrokerProbe probe() {
    return probe;
  }

  @Override
  public void close() {
    broker.close();
    threads.shutdownNow();
  }
}
