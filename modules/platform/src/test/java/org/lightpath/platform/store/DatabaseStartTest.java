package org.lightpath.platform.store;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DatabaseStartTest {

  private static final String SETTING = "lightpath.db.url";
  private static final String URL = "jdbc:h2:file:/data/lightpath";

  @AfterEach
  void forget() {
    System.clearProperty(SETTING);
  }

  @Test
  void refusesADatabaseThatKeepsNothing() {
    assertThatThrownBy(() -> DatabaseStart.checkUrl("jdbc:h2:mem:lightpath-db-url-is-not-set"))
        .hasMessageContaining(SETTING);
  }

  @Test
  void refusesH2ThatWritesLate() {
    System.setProperty(SETTING, URL + ";MODE=PostgreSQL");

    assertThatThrownBy(() -> DatabaseStart.checkUrl(URL)).hasMessageContaining("WRITE_DELAY=0");
  }

  @Test
  void takesH2ThatWritesAtOnceInAnyCase() {
    System.setProperty(SETTING, URL + ";MODE=PostgreSQL;write_delay=0");

    assertThatNoException().isThrownBy(() -> DatabaseStart.checkUrl(URL));
  }

  @Test
  void takesPostgresqlAsItIs() {
    System.setProperty(SETTING, "jdbc:postgresql://localhost/lightpath");

    assertThatNoException()
        .isThrownBy(() -> DatabaseStart.checkUrl("jdbc:postgresql://localhost/lightpath"));
  }
}
