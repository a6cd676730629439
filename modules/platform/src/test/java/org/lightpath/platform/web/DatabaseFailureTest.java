package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQLSTATE by ISO 9075-2, PostgreSQL 16 (appendix A) and H2 2.2 (class ErrorCode). */
final class DatabaseFailureTest {

  private static Throwable caused(SQLException failure) {
    return new PersistenceException(new RuntimeException(failure));
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53100", "53300", "57P01", "58030", "50000", "90020", "90098"})
  void aDatabaseThatIsAwayOrFullIsNoFaultOfTheHub(String state) {
    assertThat(DatabaseFailure.isIn(caused(new SQLException("away", state)))).isTrue();
  }

  @Test
  void neitherIsAPoolThatGivesNoConnectionOrACommitThatFailed() {
    assertThat(DatabaseFailure.isIn(caused(new SQLException("no connection")))).isTrue();
    assertThat(DatabaseFailure.isIn(new RuntimeException(new RollbackException()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "23505", "42601", "42S02"})
  void aWrongStatementIs(String state) {
    assertThat(DatabaseFailure.isIn(caused(new SQLException("wrong", state)))).isFalse();
    RollbackException undone = new RollbackException();
    undone.initCause(new SQLException("twice", state));
    assertThat(DatabaseFailure.isIn(new RuntimeException(undone))).isFalse();
  }

  @Test
  void soIsAnythingElse() {
    assertThat(DatabaseFailure.isIn(new IllegalStateException("a bug"))).isFalse();
  }
}
