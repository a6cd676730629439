package org.lightpath.platform.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.telemetry.MetricFamily;
import org.lightpath.platform.telemetry.MetricSource;

/**
 * How soon the database answers. The server tells nobody how many connections of an application's
 * pool are taken; what matters is felt by asking for one: the wait grows as the pool runs dry.
 */
@ApplicationScoped
public class DatabaseMetrics implements MetricSource {

  private static final MetricFamily WAIT =
      MetricFamily.gauge(
          "lightpath_database_connection_wait_seconds",
          "Time until the pool gave a connection to the reading of the metrics");
  private static final MetricFamily ANSWER =
      MetricFamily.gauge(
          "lightpath_database_answer_seconds", "Time until the database answered on it");
  private static final MetricFamily FILES =
      MetricFamily.gauge(
          "lightpath_database_file_bytes", "Size of the H2 database's files; 0 with PostgreSQL");

  private static final int PATIENCE_SECONDS = 2;
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  @Resource(lookup = "java:app/jdbc/lightpath")
  private DataSource database;

  @Inject private DataFolder data;

  @Override
  public String part() {
    return "database";
  }

  @Override
  public List<MetricFamily> families() {
    return List.of(WAIT, ANSWER, FILES);
  }

  @Override
  public void measure(Readings readings) {
    readings.set(FILES, bytesIn(data.folder("db")));
    long begin = System.nanoTime();
    try (Connection connection = database.getConnection()) {
      long got = System.nanoTime();
      if (!connection.isValid(PATIENCE_SECONDS)) {
        throw new LightpathException(ErrorCode.UNAVAILABLE, "the database does not answer");
      }
      readings.set(WAIT, (got - begin) / NANOS_PER_SECOND);
      readings.set(ANSWER, (System.nanoTime() - got) / NANOS_PER_SECOND);
    } catch (SQLException e) {
      throw new LightpathException(ErrorCode.UNAVAILABLE, "the database gives no connection", e);
    }
  }

  private static long bytesIn(Path folder) {
    long bytes = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        bytes += file.toFile().length(); // 0 for one that has just gone
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    return bytes;
  }
}
