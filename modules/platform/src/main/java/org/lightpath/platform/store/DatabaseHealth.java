package org.lightpath.platform.store;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers and has its newest version. */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

  private static final int PATIENCE_SECONDS = 2;

  @Resource(lookup = "java:app/jdbc/lightpath")
  private DataSource database;

  @EJB private DatabaseStart start;

  @Override
  public HealthCheckResponse call() {
    start.ready();
    var answer = HealthCheckResponse.named("database");
    try (Connection connection = database.getConnection()) {
      boolean valid = connection.isValid(PATIENCE_SECONDS);
      return answer
          .status(valid)
          .withData("product", connection.getMetaData().getDatabaseProductName())
          .build();
    } catch (SQLException e) {
      return answer.down().withData("reason", String.valueOf(e.getMessage())).build();
    }
  }
}
