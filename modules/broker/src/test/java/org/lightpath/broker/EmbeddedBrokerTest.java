package org.lightpath.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.HierarchicalObjectRepository;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmbeddedBrokerTest {

  @TempDir Path directory;
  private final List<EmbeddedBroker> running = new ArrayList<>();

  @Test
  void theJournalFlushesSoonAndTakesWholeItems() throws Exception {
    Configuration configuration = EmbeddedBroker.configuration(directory, Optional.empty());
    assertThat(configuration.getJournalType()).isEqualTo(JournalType.NIO);
    assertThat(configuration.getJournalBufferTimeout_NIO()).isEqualTo(300_000);
    assertThat(configuration.getJournalBufferSize_NIO()).isEqualTo(4 << 20);
    assertThat(configuration.isJournalDatasync()).isTrue();
    assertThat(configuration.isJournalSyncTransactional()).isTrue();
    assertThat(configuration.getMaxDiskUsage()).isEqualTo(95);
    assertThat(configuration.getAcceptorConfigurations()).hasSize(1);
  }

  @Test
  void pipeItemsAreNeverGivenUpAndJobsAfterTenTries() throws Exception {
    AddressSettings pipe = settings("p.saf");
    assertThat(pipe.getMaxDeliveryAttempts()).isEqualTo(-1);
    assertThat(pipe.getRedeliveryDelay()).isZero();
    assertThat(pipe.getAddressFullMessagePolicy()).isEqualTo(AddressFullMessagePolicy.PAGE);
    assertThat(pipe.getMaxReadPageBytes()).isEqualTo(-1);
    assertThat(pipe.isAutoDeleteQueues()).isFalse();
    assertThat(pipe.isAutoDeleteAddresses()).isTrue();
    AddressSettings jobs = settings("jobs.work");
    assertThat(jobs.getMaxDeliveryAttempts()).isEqualTo(10);
    assertThat(jobs.getRedeliveryDelay()).isEqualTo(1_000);
    assertThat(jobs.getRedeliveryMultiplier()).isEqualTo(2);
    assertThat(jobs.getMaxRedeliveryDelay()).isEqualTo(60_000);
    assertThat(jobs.isAutoDeleteQueues()).isFalse();
  }

  /** Artemis warns (AMQ222165, AMQ222166) of each queue for which one of the two is missing. */
  @ParameterizedTest
  @ValueSource(strings = {"p.saf", "jobs.work", "pipe-floors"})
  void nothingVanishesThatIsGivenUpOrHasExpired(String address) throws Exception {
    AddressSettings settings = settings(address);
    assertThat(settings.getDeadLetterAddress().toString()).isEqualTo("dead");
    assertThat(settings.isAutoCreateDeadLetterResources()).isTrue();
    assertThat(settings.getExpiryAddress().toString()).isEqualTo("dead");
    assertThat(settings.isAutoCreateExpiryResources()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"p.saf", "jobs.work", "pipe-floors"})
  void aRemoteBrokerThatFollowsTheHowToHasTheSameSettings(String address) throws Exception {
    String howTo =
        Files.readString(Path.of("../../docs/how-to/use-postgresql-and-a-remote-broker.md"));
    Matcher xml = Pattern.compile("```xml\\R(.*?)```", Pattern.DOTALL).matcher(howTo);
    assertThat(xml.find()).isTrue();
    String core = "<core xmlns=\"urn:activemq:core\">" + xml.group(1) + "</core>";
    Configuration remote =
        new FileConfigurationParser()
            .parseMainConfig(new ByteArrayInputStream(core.getBytes(StandardCharsets.UTF_8)));
    assertThat(settings(remote, address)).isEqualTo(settings(address));
  }

  @AfterEach
  void stop() throws Exception {
    for (EmbeddedBroker broker : running) {
      broker.stop();
    }
  }

  @Test
  void aSentMessageIsThereAfterARestart() throws Exception {
    start(Optional.empty());
    inJms("vm://0", jms -> jms.createProducer().send(work(jms), "job 1"));
    stop();
    running.clear();
    start(Optional.empty());
    inJms(
        "vm://0",
        jms ->
            assertThat(jms.createConsumer(work(jms)).receiveBody(String.class, 2_000))
                .isEqualTo("job 1"));
  }

  @Test
  void whatStoppedItselfIsStartedAgainWithWhatItHad() throws Exception {
    start(Optional.empty());
    inJms("vm://0", jms -> jms.createProducer().send(work(jms), "job 1"));
    running.get(0).artemis().stop(); // as Artemis does when its disk fails
    for (int i = 0; i < 200 && !running.get(0).artemis().isActive(); i++) {
      Thread.sleep(100); // the watch looks every 2 s
    }
    inJms(
        "vm://0",
        jms ->
            assertThat(jms.createConsumer(work(jms)).receiveBody(String.class, 2_000))
                .isEqualTo("job 1"));
  }

  @Test
  void aJobThatFailsIsTriedAgainAfterASecond() throws Exception {
    start(Optional.empty());
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("vm://0");
        JMSContext jms = factory.createContext(Session.SESSION_TRANSACTED)) {
      jms.createProducer().send(work(jms), "job 1");
      jms.commit();
      var consumer = jms.createConsumer(work(jms));
      assertThat(consumer.receive(2_000)).isNotNull();
      jms.rollback();
      assertThat(consumer.receive(500)).isNull();
      Message again = consumer.receive(3_000);
      assertThat(again.getIntProperty("JMSXDeliveryCount")).isEqualTo(2);
      jms.commit();
    }
  }

  @Test
  void theAcceptorTakesProgramsFromOutside() throws Exception {
    String acceptor = "tcp://127.0.0.1:" + freePort();
    start(Optional.of(acceptor));
    inJms("vm://0", jms -> jms.createProducer().send(work(jms), "job 1"));
    inJms(
        acceptor,
        jms ->
            assertThat(jms.createConsumer(work(jms)).receiveBody(String.class, 2_000))
                .isEqualTo("job 1"));
  }

  @Test
  void aSecondBrokerOnTheSameDirectoryIsRefusedWithinSecondsNamingIt() throws Exception {
    Path ready = directory.resolve("ready");
    Process other =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    BrokerProcess.class.getName(),
                    directory.toString(),
                    ready.toString()))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    try {
      await(ready, other);
      long begin = System.nanoTime();
      assertThatThrownBy(() -> EmbeddedBroker.start(directory, Optional.empty()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no broker on " + directory);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
    } finally {
      other.destroyForcibly().waitFor();
    }
    start(Optional.empty());
  }

  private static void await(Path ready, Process process) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!Files.exists(ready)) {
      assertThat(process.isAlive()).isTrue();
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(20); // another process: nothing here could wake us
    }
  }

  /** The settings of one address as the broker merges them: the longest match wins. */
  private AddressSettings settings(String address) throws Exception {
    return settings(EmbeddedBroker.configuration(directory, Optional.empty()), address);
  }

  private static AddressSettings settings(Configuration broker, String address) {
    HierarchicalObjectRepository<AddressSettings> repository = new HierarchicalObjectRepository<>();
    broker.getAddressSettings().forEach(repository::addMatch);
    return repository.getMatch(address);
  }

  private interface Use {
    void with(JMSContext jms);
  }

  private void start(Optional<String> acceptor) throws Exception {
    running.add(EmbeddedBroker.start(directory, acceptor));
  }

  private static void inJms(String url, Use use) {
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
        JMSContext jms = factory.createContext()) {
      use.with(jms);
    }
  }

  private static Queue work(JMSContext jms) {
    return jms.createQueue("jobs.work");
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
