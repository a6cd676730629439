package org.lightpath.platform.web;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Set;

/** Tells a database that cannot be used now from a fault of ours in using it. */
final class DatabaseFailure {

  /** Classes of SQLSTATE (ISO 9075-2, 24.1) that a wrong statement has: data, integrity, syntax. */
  private static final Set<String> OURS = Set.of("21", "22", "23", "42");

  private static final int MAX_CAUSES = 50;

  private DatabaseFailure() {}

  /** Whether it failed because the database is away, closed, or has no space left. */
  static boolean isIn(Throwable thrown) {
    boolean undone = false;
    Throwable cause = thrown;
    for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
      if (cause instanceof SQLException failure) {
        return !isOurs(failure);
      }
      undone |= cause instanceof RollbackException || cause instanceof SystemException;
      cause = cause.getCause();
    }
    return undone; // the server says no more of a commit that failed
  }

  private static boolean isOurs(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && state.length() == 5 && OURS.contains(state.substring(0, 2));
  }
}
