package org.lightpath.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
final class SchemaTest {

  @Parameter DatabaseKind kind;

  @Test
  void keepsEveryInstantAsTimestampWithTimeZone() throws SQLException {
    assertThat(typesOfColumnsLike("%\\_at"))
        .containsOnlyKeys(
            "api_key.created_at",
            "api_key.expires_at",
            "api_key.revoked_at",
            "api_key.last_used_at",
            "audit_entry.done_at",
            "file_trace.recorded_at",
            "file_trace.told_at",
            "hub_user.created_at",
            "idempotency_key.created_at",
            "job.received_at",
            "job.started_at",
            "job.ended_at",
            "object_intent.begun_at",
            "pipeline_notice.created_at",
            "refresh_family.created_at",
            "refresh_family.expires_at",
            "revocation.expires_at")
        .allSatisfy((column, type) -> assertThat(type).isEqualTo("timestamp with time zone"));
    assertThat(typesOfColumnsLike("%\\_date"))
        .containsExactly(Map.entry("image.capture_date", "timestamp with time zone"));
  }

  @Test
  void hasNoBinaryColumns() throws SQLException {
    assertThat(typesOfColumnsLike("%").values())
        .doesNotContain("bytea", "binary", "binary varying", "binary large object");
  }

  private Map<String, String> typesOfColumnsLike(String pattern) throws SQLException {
    String query =
        "select table_name, column_name, data_type from information_schema.columns"
            + " where lower(table_schema) = 'public' and column_name like '"
            + pattern
            + "' and table_name <> 'flyway_schema_history'";
    Map<String, String> types = new TreeMap<>();
    try (Connection connection = kind.empty().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        types.put(
            rows.getString(1) + "." + rows.getString(2),
            rows.getString(3).toLowerCase(Locale.ROOT));
      }
    }
    return types;
  }
}
