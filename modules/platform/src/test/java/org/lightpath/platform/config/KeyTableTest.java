package org.lightpath.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class KeyTableTest {

  private static final String TABLE =
      """
      | key | default | meaning | read by |
      |---|---|---|---|
      | `lightpath.db.url` | `jdbc:h2` | address | *server* |
      | `lightpath.site.<code>.name` | the code | its name | hub |
      | `lightpath.site.<code>.device.<name>.**` | per driver | settings | plugin |

      | 8080 | 127.0.0.1 | HTTP | Micro |
      """;

  private final KeyTable table = KeyTable.parse(TABLE);

  @Test
  void readsTheRowsOfKeysOnly() {
    assertThat(table.keys())
        .containsExactly(
            new KnownKey("lightpath.db.url", "jdbc:h2", "address"),
            new KnownKey("lightpath.site.<code>.name", "the code", "its name"),
            new KnownKey("lightpath.site.<code>.device.<name>.**", "per driver", "settings"));
  }

  @Test
  void placeholdersStandForOneSegmentAndStarsForTheRest() {
    assertThat(table.find("lightpath.site.saf.name")).isPresent();
    assertThat(table.find("lightpath.site.saf.device.camera1.seed")).isPresent();
    assertThat(table.find("lightpath.site.saf.device.camera1.a.b")).isPresent();
    assertThat(table.find("lightpath.site.saf.x.name")).isEmpty();
    assertThat(table.find("lightpath.site.saf.device.camera1")).isEmpty();
    assertThat(table.find("lightpath.db")).isEmpty();
    assertThat(table.find("lightpath.db.url.x")).isEmpty();
  }

  @Test
  void theNearestKeyKeepsTheSite() {
    assertThat(table.nearest("lightpath.site.saf.nmae")).contains("lightpath.site.saf.name");
    assertThat(table.nearest("lightpath.db.ulr")).contains("lightpath.db.url");
    assertThat(table.nearest("lightpath.something.else.altogether")).isEmpty();
  }

  @Test
  void distanceIsLevenshteins() {
    // The textbook example: three edits.
    assertThat(KeyTable.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(KeyTable.distance("", "abc")).isEqualTo(3);
    assertThat(KeyTable.distance("abc", "abc")).isZero();
  }

  @Test
  void theBuiltInTableKnowsTheKeysThatTheServerIsGiven() throws IOException {
    KeyTable builtIn = KeyTable.builtIn();
    assertThat(builtIn.keys()).hasSizeGreaterThan(20);
    assertThat(builtIn.find("lightpath.data.dir")).isPresent();
    assertThat(builtIn.find("lightpath.db.url")).isPresent();
    assertThat(builtIn.find("lightpath.site.saf.device.camera1.driver")).isPresent();
  }
}
