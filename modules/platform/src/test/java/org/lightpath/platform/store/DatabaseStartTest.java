package org.lightpath.platform.store;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class DatabaseStartTest {

  @Test
  void refusesADatabaseThatKeepsNothing() {
    assertThatThrownBy(() -> DatabaseStart.checkUrl("jdbc:h2:mem:lightpath-db-url-is-not-set"))
        .hasMessageContaining("lightpath.db.url");
  }

  @Test
  void takesOneThatKeeps() {
    assertThatNoException()
        .isThrownBy(() -> DatabaseStart.checkUrl("jdbc:postgresql://localhost/lightpath"));
  }
}
