package org.lightpath.platform.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database up to date at start. Whoever may come earlier, a message listener above all,
 * calls {@link #ready} first: the container admits nobody before the migration has ended.
 *
 * <p>The annotation reads system properties only; launcher and domain script set them.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/lightpath",
    className = "${MPCONFIG=lightpath.db.class:org.h2.jdbcx.JdbcDataSource}",
    url = "${MPCONFIG=lightpath.db.url:jdbc:h2:mem:lightpath-db-url-is-not-set}",
    user = "${MPCONFIG=lightpath.db.user:sa}",
    password = "${MPCONFIG=lightpath.db.password:}",
    minPoolSize = 2,
    maxPoolSize = 20)
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseStart {

  @Resource(lookup = "java:app/jdbc/lightpath")
  private DataSource database;

  @PostConstruct
  void migrate() {
    checkUrl(url());
    Flyway.configure(DatabaseStart.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  /** Returns when the database has its newest version. */
  public void ready() {
    // Nothing to do: the container lets nobody in before migrate() has ended.
  }

  private String url() {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getURL();
    } catch (SQLException e) {
      throw new IllegalStateException("the database of lightpath.db.url does not answer", e);
    }
  }

  /** Without its setting the database would be one in memory. */
  static void checkUrl(String url) {
    if (url.startsWith("jdbc:h2:mem:")) {
      throw new IllegalStateException(
          "lightpath.db.url is not set as a system property: the hub would keep nothing");
    }
  }
}
