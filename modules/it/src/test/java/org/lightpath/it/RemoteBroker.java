package org.lightpath.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** An Artemis broker in a process of its own, reached over TCP, with a journal that survives it. */
final class RemoteBroker implements AutoCloseable {

  private final Path directory;
  private final String url;
  private Process process;

  /** A broker on a free port, not started yet. */
  RemoteBroker(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.url = "tcp://127.0.0.1:" + MicroHub.freePort();
  }

  /** The process's program: directory, address, file to write when it is ready. */
  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration
        .setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO)
        .setJournalDirectory(directory.resolve("journal").toString())
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setLargeMessagesDirectory(directory.resolve("large").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .setSecurityEnabled(false)
        .addAcceptorConfiguration("tcp", args[1])
        .addAddressSetting(
            "#", new AddressSettings().setAutoDeleteQueues(false).setMaxDeliveryAttempts(-1));
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    server.setConfiguration(configuration);
    server.start();
    Files.writeString(Path.of(args[2]), "ready");
    endWithTheTest(server);
  }

  /** Standard input ends when the test's process does, however it ends. */
  private static void endWithTheTest(EmbeddedActiveMQ server) throws Exception {
    while (System.in.read() >= 0) {
      Thread.onSpinWait(); // nobody writes anything
    }
    server.stop();
  }

  String url() {
    return url;
  }

  /** Starts it on what an earlier process left; returns when it listens. */
  void start() throws IOException {
    Path ready = directory.resolve("ready");
    Path log = directory.resolve("log");
    Files.deleteIfExists(ready);
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    RemoteBroker.class.getName(),
                    directory.toString(),
                    url,
                    ready.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    boolean listens =
        HubClient.await(
            "the broker, log " + log,
            () -> Files.exists(ready),
            there -> there || !process.isAlive());
    if (!listens) {
      throw new AssertionError("the broker ended: " + Files.readString(log));
    }
  }

  /** {@code kill -9}. */
  void kill9() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What the broker counts for a queue, for example {@code messagesAcknowledged}; -1: no queue. */
  long count(String queue, String attribute) {
    try (ServerLocator locator = ActiveMQClient.createServerLocator(url);
        ClientSessionFactory factory = locator.createSessionFactory();
        ClientSession session = factory.createSession()) {
      session.start();
      ClientRequestor requestor = new ClientRequestor(session, "activemq.management");
      ClientMessage question = session.createMessage(false);
      ManagementHelper.putAttribute(question, ResourceNames.QUEUE + queue, attribute);
      ClientMessage answer = requestor.request(question);
      return ManagementHelper.hasOperationSucceeded(answer)
          ? ((Number) ManagementHelper.getResult(answer)).longValue()
          : -1;
    } catch (Exception e) {
      throw new AssertionError("the broker does not tell " + attribute + " of " + queue, e);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
