package org.lightpath.platform.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.idempotency.IdempotencyKeys;

/**
 * Keys in the database, by plain statements, each its own transaction: a claim must be seen by all
 * others before the work begins, and the primary key decides who has it.
 */
@ApplicationScoped
public class StoredIdempotencyKeys implements IdempotencyKeys {

  static final Duration LIFE = Duration.ofHours(24);
  static final long MAX_KEYS = 1_000_000;

  /** Class 23 of SQLSTATE: an integrity constraint, here the primary key. */
  private static final String INTEGRITY = "23";

  /** Where connections come from. */
  @FunctionalInterface
  interface Connections {
    Connection open() throws SQLException;
  }

  @Resource(lookup = "java:app/jdbc/lightpath")
  private DataSource database;

  @Inject private Clock clock;
  private final Connections connections;
  private final long maxKeys;

  /** For CDI. */
  protected StoredIdempotencyKeys() {
    connections = () -> database.getConnection();
    maxKeys = MAX_KEYS;
  }

  /** Through {@code connections}, without a container. */
  StoredIdempotencyKeys(Connections connections, Clock clock, long maxKeys) {
    this.connections = connections;
    this.clock = clock;
    this.maxKeys = maxKeys;
  }

  @Override
  public Optional<Earlier> claim(String key, String bodyDigest) {
    update("delete from idempotency_key where id = ? and created_at < ?", key, oldest());
    while (true) {
      if (insert(key, bodyDigest)) {
        return Optional.empty();
      }
      Optional<Earlier> earlier = find(key);
      if (earlier.isPresent()) {
        return earlier;
      }
      // It was forgotten between the two statements: free again.
    }
  }

  private boolean insert(String key, String bodyDigest) {
    try (Connection connection = connections.open();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into idempotency_key (id, body_digest, created_at) values (?, ?, ?)")) {
      insert.setString(1, key);
      insert.setString(2, bodyDigest);
      insert.setObject(3, now());
      insert.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (e.getSQLState() != null && e.getSQLState().startsWith(INTEGRITY)) {
        return false;
      }
      throw unavailable(e);
    }
  }

  private Optional<Earlier> find(String key) {
    try (Connection connection = connections.open();
        PreparedStatement select =
            connection.prepareStatement(
                "select body_digest, status, answer from idempotency_key where id = ?")) {
      select.setString(1, key);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        int status = row.getInt(2);
        Optional<StoredAnswer> answer =
            row.wasNull()
                ? Optional.empty()
                : Optional.of(new StoredAnswer(status, row.getString(3)));
        return Optional.of(new Earlier(row.getString(1), answer));
      }
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void answered(String key, StoredAnswer answer) {
    update(
        "update idempotency_key set status = ?, answer = ? where id = ?",
        answer.status(),
        answer.json(),
        key);
  }

  @Override
  public void forget(String key) {
    update("delete from idempotency_key where id = ?", key);
  }

  @Override
  public long purge() {
    update("delete from idempotency_key where created_at < ?", oldest());
    update(
        "delete from idempotency_key where created_at <= (select created_at from idempotency_key"
            + " order by created_at desc offset "
            + maxKeys
            + " rows fetch next 1 rows only)");
    try (Connection connection = connections.open();
        PreparedStatement count =
            connection.prepareStatement("select count(*) from idempotency_key");
        ResultSet row = count.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private void update(String sql, Object... values) {
    try (Connection connection = connections.open();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  private OffsetDateTime oldest() {
    return now().minus(LIFE);
  }

  private static LightpathException unavailable(SQLException e) {
    return new LightpathException(
        ErrorCode.UNAVAILABLE, "the database cannot look after the Idempotency-Key now", e);
  }
}
