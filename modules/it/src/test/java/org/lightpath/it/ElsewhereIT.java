package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The hub with its database in PostgreSQL and its messages at a broker elsewhere, which dies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ElsewhereIT {

  /** The queue of modules/jobs that tells the executors of work. */
  private static final String WORK = "jobs.work";

  private static final Duration REFUSAL_LIMIT = Duration.ofSeconds(6);

  private EmbeddedPostgres postgres;
  private RemoteBroker broker;
  private MicroHub micro;
  private Connection migration;
  private Observer ada;
  private Archived takenBefore;
  private Archived takenWhileAway;

  @BeforeAll
  void start() throws IOException, SQLException {
    assumeTrue(
        System.getProperty("os.arch").equals("amd64"),
        "skipped: the build has no binaries of PostgreSQL for this machine");
    postgres = EmbeddedPostgres.builder().start();
    micro =
        new MicroHub("elsewhere")
            .with("lightpath.db.class", "org.postgresql.xa.PGXADataSource")
            .with("lightpath.db.url", postgres.getJdbcUrl("postgres", "postgres"))
            .with("lightpath.db.user", "postgres");
    broker = new RemoteBroker(micro.folder.resolve("remote-broker"));
    broker.start();
    broker.tellOfWork(WORK, "saf", "camera1");
    holdMigration();
    micro
        .with("lightpath.broker.url", broker.url())
        .with("lightpath.broker.user", RemoteBroker.USER)
        .with("lightpath.broker.password", RemoteBroker.PASSWORD)
        .start();
  }

  /**
   * Lets the hub's migration begin but not end: PostgreSQL makes it wait at its first table, of
   * which this transaction holds the name.
   */
  private void holdMigration() throws SQLException {
    migration = postgres.getPostgresDatabase().getConnection();
    migration.setAutoCommit(false);
    try (Statement statement = migration.createStatement()) {
      statement.execute("create table flyway_schema_history (held integer)");
    }
  }

  @AfterAll
  void stop() throws IOException {
    if (micro != null) {
      micro.close();
    }
    if (broker != null) {
      broker.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  @Order(1)
  void aMessageWaitsUntilTheMigrationHasEnded() throws Exception {
    try (Connection held = migration) {
      HubClient.await(
          "the message to reach the hub", () -> broker.count(WORK, "deliveringCount"), n -> n > 0);
      Thread.sleep(1_000); // it would be done with in a few milliseconds
      assertThat(broker.count(WORK, "messagesAcknowledged")).isZero();
      held.rollback();
    }
    micro.awaitReady();
    HubClient.await(
        "the listener to go on", () -> broker.count(WORK, "messagesAcknowledged"), n -> n == 1);
    ada = Observer.at(micro.client());
  }

  private Archived takesExposure() {
    JsonObject job = ada.gets("saf", "camera1", "0.1");
    assertThat(Observer.statusOf(job)).as(job.toString()).isEqualTo("COMPLETE");
    return Archived.of(ada.hub(), job);
  }

  @Test
  @Order(2)
  void theMainJobPasses() throws IOException {
    JsonObject database = micro.readiness().get("database");
    assertThat(database.getJsonObject("data").getString("product")).isEqualTo("PostgreSQL");
    assertThat(micro.data.resolve("db")).doesNotExist();
    assertThat(micro.data.resolve("broker")).doesNotExist();
    takenBefore = takesExposure();
    takenBefore.isWhole(micro.folder);
    assertThat(HubClient.await("the notice", takenBefore::notices, n -> n > 0)).isEqualTo(1);
  }

  @Test
  @Order(3)
  void aBrokerThatIsGoneIsNamedAndLosesNothing() throws Exception {
    broker.kill9();
    long begin = System.nanoTime();
    HttpResponse<String> refused = enqueue();
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(took).isLessThan(REFUSAL_LIMIT);
    HttpResponse<String> ready = micro.client().get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(503);
    JsonObject check = micro.readiness().get("broker");
    assertThat(check.getString("status")).isEqualTo("DOWN");
    assertThat(check.getJsonObject("data").getString("reason")).isNotBlank();
    takenWhileAway = takesExposure();
    assertThat(takenWhileAway.header()).isPresent();
    assertThat(micro.data.resolve("objects/data").resolve(takenWhileAway.file())).exists();
  }

  private HttpResponse<String> enqueue() {
    JsonObject item =
        Json.createObjectBuilder()
            .add("queue_name", "saf")
            .add("sender", "test")
            .add("payload", Json.createObjectBuilder().add("request", "test"))
            .build();
    return micro.client().post("/api/pipe/enqueue", item);
  }

  @Test
  @Order(4)
  void allHealsWhenTheBrokerIsBack() throws Exception {
    broker.start();
    micro.awaitReady();
    assertThat(HubClient.await("the notice", takenWhileAway::notices, n -> n > 0)).isEqualTo(1);
    HubClient.await(
        "the listeners at " + WORK, () -> broker.count(WORK, "consumerCount"), n -> n > 0);
    long before = broker.count(WORK, "messagesAcknowledged");
    Archived image = takesExposure();
    HubClient.await(
        "a job that came by message",
        () -> broker.count(WORK, "messagesAcknowledged"),
        n -> n > before);
    assertThat(HubClient.await("the notice", image::notices, n -> n > 0)).isEqualTo(1);
    assertThat(takenWhileAway.notices()).as("notices of the exposure of before").isEqualTo(1);
    assertThat(takenBefore.notices()).as("notices that the broker had taken").isEqualTo(1);
    takenWhileAway.isWhole(micro.folder);
    assertThat(enqueue().statusCode()).isEqualTo(200);
  }

  @Test
  @Order(5)
  void aMessageThatAlwaysFailsEndsWithTheDeadAndHoldsNobodyUp() throws IOException {
    long begin = System.nanoTime();
    broker.tellOfWork(WORK, "no site code", "camera1");
    long before = broker.count(WORK, "messagesAcknowledged");
    takesExposure();
    HubClient.await(
        "the message of the job after it",
        () -> broker.count(WORK, "messagesAcknowledged"),
        n -> n > before);
    HubClient.await(
        "the dead message", () -> broker.count("dead." + WORK, "messageCount"), n -> n > 0);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(took).isGreaterThanOrEqualTo(RemoteBroker.ALL_RETRIES);
    assertThat(broker.count(WORK, "messagesKilled")).isEqualTo(1);
    assertThat(broker.count(WORK, "messageCount")).isZero();
  }
}
