package org.lightpath.platform.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.lightpath.platform.telemetry.Probe;

/**
 * Asks the database whether it answers and has its newest version. Migrations take their time and a
 * pool that has run dry makes one wait; whoever asks waits 3 s at most. Thread-safe.
 */
@ApplicationScoped
public class DatabaseProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int ANSWER_SECONDS = 2;

  @Resource(lookup = "java:app/jdbc/lightpath")
  private DataSource database;

  @Resource private ManagedThreadFactory threads;
  @EJB private DatabaseStart start;
  private ExecutorService executor;
  private Probe probe;
  private volatile String product = "";

  @PostConstruct
  void begin() {
    executor = Executors.newCachedThreadPool(threads);
    probe = new Probe(this::ask, executor, PATIENCE);
  }

  @PreDestroy
  void end() {
    executor.shutdownNow();
  }

  /** What is wrong with the database; empty if it is well. */
  public Optional<String> trouble() {
    return probe.trouble();
  }

  /** What kind of database it is; empty until it has answered once. */
  public String product() {
    return product;
  }

  private Optional<String> ask() {
    start.ready();
    try (Connection connection = database.getConnection()) {
      product = connection.getMetaData().getDatabaseProductName();
      return connection.isValid(ANSWER_SECONDS)
          ? Optional.empty()
          : Optional.of("no answer within %d s".formatted(ANSWER_SECONDS));
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
