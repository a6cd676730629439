package org.lightpath.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;

/**
 * One running database with the schema of all features and the server's JPA provider on it.
 * Thread-safe: each thread has its own transaction.
 */
public final class TestDatabase {

  private static final List<String> TABLES =
      List.of(
          "hub_user",
          "preference",
          "api_key",
          "refresh_family",
          "revocation",
          "idempotency_key",
          "job",
          "image",
          "image_number",
          "object_intent",
          "pipeline_notice",
          "audit_entry",
          "file_trace");

  private final String url;
  private final String user;
  private final EntityManagerFactory units;
  private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

  TestDatabase(String url, String user) {
    this.url = url;
    this.user = user;
    Flyway.configure()
        .dataSource(url, user, "")
        .locations("classpath:db/migration")
        .load()
        .migrate();
    units =
        Persistence.createEntityManagerFactory(
            "lightpath",
            Map.of(
                "jakarta.persistence.jdbc.url", url,
                "jakarta.persistence.jdbc.user", user,
                "jakarta.persistence.jdbc.password", ""));
  }

  /** What the container injects: the entity manager of the transaction of the calling thread. */
  public EntityManager entityManager() {
    return (EntityManager)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> invoke(method, arguments));
  }

  private Object invoke(Method method, Object[] arguments) throws Throwable {
    EntityManager open = current.get();
    if (open == null) {
      throw new IllegalStateException("no transaction on " + Thread.currentThread().getName());
    }
    try {
      return method.invoke(open, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Does {@code work} in a transaction of its own; rolls back if it throws. */
  public <T> T call(Supplier<T> work) {
    EntityManager outer = current.get();
    EntityManager own = units.createEntityManager();
    current.set(own);
    try {
      own.getTransaction().begin();
      T result = work.get();
      own.getTransaction().commit();
      return result;
    } finally {
      if (own.getTransaction().isActive()) {
        own.getTransaction().rollback();
      }
      own.close();
      current.set(outer);
    }
  }

  /** The same for work without a result. */
  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return "done";
        });
  }

  /**
   * {@code bean} as the container shows it: each call is a transaction, or part of the caller's.
   */
  public <T> T transactional(Class<T> port, T bean) {
    return port.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) ->
                current.get() == null
                    ? call(() -> invokeUnchecked(bean, method, arguments))
                    : invokeUnchecked(bean, method, arguments)));
  }

  private static Object invokeUnchecked(Object bean, Method method, Object[] arguments) {
    try {
      return method.invoke(bean, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException exception) {
        throw exception;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection past JPA; the caller closes. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, "");
  }

  void empty() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.executeUpdate("delete from " + table);
      }
      statement.executeUpdate(
          "update audit_head set number = 0, anchor_number = 0, hash = repeat('0', 64),"
              + " anchor_hash = repeat('0', 64)");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot empty " + url, e);
    }
  }
}
