package org.lightpath.pipes.queue;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** A real broker for tests, set up for PIPE queues like the one in the resource adapter. */
final class EmbeddedArtemis {

  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

  private EmbeddedArtemis() {}

  /** Starts it as {@code vm://0} and, if wanted, at another address too. */
  static EmbeddedArtemis start(Path directory, Optional<String> acceptor) throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration
        .setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO)
        .setJournalBufferTimeout_NIO(300_000)
        .setJournalBufferSize_NIO(4 << 20)
        .setJournalDirectory(directory.resolve("journal").toString())
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setLargeMessagesDirectory(directory.resolve("large").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .setMaxDiskUsage(-1)
        .setSecurityEnabled(false)
        .setJMXManagementEnabled(false)
        .addAcceptorConfiguration("in-vm", "vm://0")
        .addAddressSetting(
            "#",
            new AddressSettings()
                .setAutoDeleteQueues(false)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(32 << 20)
                .setPageSizeBytes(4 << 20)
                .setMaxReadPageBytes(-1)
                .setMaxDeliveryAttempts(-1));
    if (acceptor.isPresent()) {
      configuration.addAcceptorConfiguration("tcp", acceptor.get());
    }
    EmbeddedArtemis broker = new EmbeddedArtemis();
    broker.server.setConfiguration(configuration);
    broker.server.start();
    return broker;
  }

  void stop() throws Exception {
    server.stop();
  }
}
