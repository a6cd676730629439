package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * An Artemis broker in a process of its own, reached over TCP, with a journal that survives it. It
 * is configured as {@code docs/how-to/use-postgresql-and-a-remote-broker.md} tells, and admits
 * nobody without a password.
 */
final class RemoteBroker implements AutoCloseable {

  static final String USER = "lightpath";
  static final String PASSWORD = "only for this test";

  /** Fifty times as fast as the how-to says, so that a test can wait for the end. */
  private static final long FIRST_RETRY_MILLIS = 20;

  private static final long LONGEST_RETRY_MILLIS = 1_200;

  /** The pauses between ten attempts: 20, 40, 80, 160, 320, 640, 1200, 1200, 1200 ms. */
  static final Duration ALL_RETRIES = Duration.ofMillis(4_860);

  /** The test itself, which may ask the broker for its counts. */
  private static final String JUDGE = "judge";

  private static final Path HOW_TO =
      MicroHub.ROOT.resolve("docs/how-to/use-postgresql-and-a-remote-broker.md");

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
    Configuration configuration = asTheHowToSays();
    configuration
        .setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO)
        .setJournalDirectory(directory.resolve("journal").toString())
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setLargeMessagesDirectory(directory.resolve("large").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .putSecurityRoles("activemq.#", Set.of(mayDoAll(JUDGE)))
        .addAcceptorConfiguration("tcp", args[1]);
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    server.setConfiguration(configuration);
    server.setSecurityManager(users());
    server.start();
    Files.writeString(Path.of(args[2]), "ready");
    endWithTheTest(server);
  }

  /** The piece of {@code broker.xml} that the how-to shows. */
  private static Configuration asTheHowToSays() throws Exception {
    String text = Files.readString(HOW_TO);
    Matcher xml = Pattern.compile("```xml\\R(.*?)```", Pattern.DOTALL).matcher(text);
    assertThat(xml.find()).as("XML in " + HOW_TO).isTrue();
    String core = "<core xmlns=\"urn:activemq:core\">" + xml.group(1) + "</core>";
    Configuration configuration =
        new FileConfigurationParser()
            .parseMainConfig(new ByteArrayInputStream(core.getBytes(StandardCharsets.UTF_8)));
    configuration
        .getAddressSettings()
        .get("jobs.#")
        .setRedeliveryDelay(FIRST_RETRY_MILLIS)
        .setMaxRedeliveryDelay(LONGEST_RETRY_MILLIS);
    return configuration;
  }

  private static Role mayDoAll(String role) {
    return new Role(role, true, true, true, true, true, true, true, true, true, true, true, true);
  }

  private static ActiveMQJAASSecurityManager users() {
    SecurityConfiguration users = new SecurityConfiguration();
    for (String user : List.of(USER, JUDGE)) {
      users.addUser(user, PASSWORD);
      users.addRole(user, user);
    }
    return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
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
                    "-Dlightpath.root=" + MicroHub.ROOT,
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

  private interface Errand<T> {
    T with(ClientSession session) throws Exception;
  }

  private <T> T as(String user, Errand<T> errand) {
    try (ServerLocator locator = ActiveMQClient.createServerLocator(url);
        ClientSessionFactory factory = locator.createSessionFactory();
        ClientSession session =
            factory.createSession(user, PASSWORD, false, true, true, false, 0)) {
      session.start();
      return errand.with(session);
    } catch (Exception e) {
      throw new AssertionError("the broker does not do what " + user + " asks for", e);
    }
  }

  /** What the broker counts for a queue, for example {@code messagesAcknowledged}; -1: no queue. */
  long count(String queue, String attribute) {
    return as(
        JUDGE,
        session -> {
          ClientRequestor requestor = new ClientRequestor(session, "activemq.management");
          ClientMessage question = session.createMessage(false);
          ManagementHelper.putAttribute(question, ResourceNames.QUEUE + queue, attribute);
          ClientMessage answer = requestor.request(question);
          return ManagementHelper.hasOperationSucceeded(answer)
              ? ((Number) ManagementHelper.getResult(answer)).longValue()
              : -1L;
        });
  }

  /** Sends what a hub sends when a job waits, into {@code queue}, which is made if need be. */
  void tellOfWork(String queue, String site, String device) {
    as(
        USER,
        session -> {
          if (!session.queueQuery(SimpleString.of(queue)).isExists()) {
            session.createQueue(QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST));
          }
          ClientMessage message = session.createMessage(true);
          message.putStringProperty("site", site);
          message.putStringProperty("device", device);
          session.createProducer(queue).send(message);
          return queue;
        });
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
