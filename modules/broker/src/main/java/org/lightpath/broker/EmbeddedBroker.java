package org.lightpath.broker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * The Artemis broker in this process, reached as {@code vm://0}, with a durable journal: what it
 * has answered survives {@code kill -9}. Artemis stops itself when its disk fails or is full; it is
 * started again until that succeeds.
 */
public final class EmbeddedBroker {

  private static final Logger LOG = System.getLogger(EmbeddedBroker.class.getName());
  private static final long WATCH_MILLIS = 2_000;
  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;

  /**
   * Least distance of two flushes; the default of 3.3 ms allows a lone sender 300 sends a second.
   */
  private static final int FLUSH_NANOSECONDS = 300_000;

  /** A message that does not fit becomes a file of its own, which is five times slower. */
  private static final int JOURNAL_BUFFER_BYTES = 4 * MIB;

  private static final int PAGE_BYTES = 4 * MIB;
  private static final int ADDRESS_BYTES_IN_MEMORY = 32 * MIB;
  private static final int ALL_BYTES_IN_MEMORY = 64 * MIB;

  /** Sends wait above it; a disk that is really full would make the broker stop itself. */
  private static final int MAX_DISK_USAGE_PERCENT = 95;

  private static final int LOCK_WAIT_MILLIS = 5_000;

  private static final SimpleString DEAD = SimpleString.of("dead");
  private static final SimpleString DEAD_PREFIX = SimpleString.of("dead.");

  private static final int JOB_ATTEMPTS = 10;
  private static final long JOB_RETRY_MILLIS = 1_000;
  private static final long JOB_LONGEST_RETRY_MILLIS = 60_000;

  private final Path directory;
  private final Optional<String> acceptor;
  private final Thread watch = new Thread(this::watch, "broker-watch");
  private EmbeddedActiveMQ server;
  private boolean ended;

  private EmbeddedBroker(Path directory, Optional<String> acceptor) throws Exception {
    this.directory = directory;
    this.acceptor = acceptor;
    this.server = started();
  }

  /**
   * Starts it; what an earlier run left in {@code directory} is there again.
   *
   * @param directory home of the journal, made if absent
   * @param acceptor extra address, for example {@code tcp://127.0.0.1:61616}
   * @throws java.lang.IllegalStateException within about 5 s if another process uses the directory
   * @throws Exception if the directory or the acceptor cannot be used
   */
  public static EmbeddedBroker start(Path directory, Optional<String> acceptor) throws Exception {
    Files.createDirectories(directory);
    EmbeddedBroker broker = new EmbeddedBroker(directory, acceptor);
    broker.watch.setDaemon(true);
    broker.watch.setContextClassLoader(EmbeddedBroker.class.getClassLoader());
    broker.watch.start();
    return broker;
  }

  private EmbeddedActiveMQ started() throws Exception {
    EmbeddedActiveMQ fresh = new EmbeddedActiveMQ();
    fresh.setConfiguration(configuration(directory, acceptor));
    fresh.start();
    if (!fresh.getActiveMQServer().isActive()) {
      // Artemis reports the journal's lock in its log only, and its start looks like a success.
      fresh.stop();
      throw new IllegalStateException(
          "no broker on %s: another process uses this directory, or it cannot be written (the log above says which)"
              .formatted(directory));
    }
    return fresh;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(WATCH_MILLIS); // Artemis tells nobody that it has stopped itself
        startAgainIfStopped();
      }
    } catch (InterruptedException e) {
      return; // stop() is why
    }
  }

  private synchronized void startAgainIfStopped() throws InterruptedException {
    if (ended || server.getActiveMQServer().getState() != ActiveMQServer.SERVER_STATE.STOPPED) {
      return;
    }
    LOG.log(Level.WARNING, "the message broker has stopped itself and is started again");
    try {
      server = started();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | Error e) { // whatever it is, the hub needs its broker back
      LOG.log(Level.WARNING, "the message broker cannot start yet, tried again in 2 s: {0}", e);
    }
  }

  /** For tests: Artemis itself. */
  synchronized ActiveMQServer artemis() {
    return server.getActiveMQServer();
  }

  /** Stops it; everything answered is on disk. */
  public synchronized void stop() throws Exception {
    ended = true;
    watch.interrupt();
    server.stop();
  }

  static Configuration configuration(Path directory, Optional<String> acceptor) throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration
        .setName("lightpath")
        .setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO)
        .setJournalBufferTimeout_NIO(FLUSH_NANOSECONDS)
        .setJournalBufferSize_NIO(JOURNAL_BUFFER_BYTES)
        .setPageSyncTimeout(FLUSH_NANOSECONDS)
        .setJournalLockAcquisitionTimeout(LOCK_WAIT_MILLIS)
        .setJournalDirectory(directory.resolve("journal").toString())
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setLargeMessagesDirectory(directory.resolve("large").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .setGlobalMaxSize(ALL_BYTES_IN_MEMORY)
        .setMaxDiskUsage(MAX_DISK_USAGE_PERCENT)
        // Nobody outside this process gets in, or only over loopback: see BrokerSettings.
        .setSecurityEnabled(false)
        .setJMXManagementEnabled(false)
        .addAcceptorConfiguration("in-vm", "vm://0")
        .addAddressSetting("#", everyAddress())
        .addAddressSetting("p.#", pipeAddresses())
        .addAddressSetting("jobs.#", jobAddresses());
    if (acceptor.isPresent()) {
      configuration.addAcceptorConfiguration("tcp", acceptor.get());
    }
    return configuration;
  }

  /** What is given up, or has expired, is kept in {@code dead.<queue>}. */
  private static AddressSettings everyAddress() {
    return new AddressSettings()
        .setDeadLetterAddress(DEAD)
        .setDeadLetterQueuePrefix(DEAD_PREFIX)
        .setAutoCreateDeadLetterResources(true)
        .setExpiryAddress(DEAD)
        .setExpiryQueuePrefix(DEAD_PREFIX)
        .setAutoCreateExpiryResources(true)
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setMaxSizeBytes(ADDRESS_BYTES_IN_MEMORY)
        .setPageSizeBytes(PAGE_BYTES)
        // The default counts unacknowledged messages and then stops delivery.
        .setMaxReadPageBytes(-1);
  }

  /** PIPE queues: the hub counts returns itself, the broker never gives an item up. */
  private static AddressSettings pipeAddresses() {
    return new AddressSettings()
        .setMaxDeliveryAttempts(-1)
        .setRedeliveryDelay(0)
        // The address goes with its queue when a caller deletes that.
        .setAutoDeleteAddresses(true);
  }

  /** Job work: retried after 1, 2, 4 … 60 s, then given up. */
  private static AddressSettings jobAddresses() {
    return new AddressSettings()
        .setMaxDeliveryAttempts(JOB_ATTEMPTS)
        .setRedeliveryDelay(JOB_RETRY_MILLIS)
        .setRedeliveryMultiplier(2)
        .setMaxRedeliveryDelay(JOB_LONGEST_RETRY_MILLIS);
  }
}
