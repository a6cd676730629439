package org.lightpath.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.database.DatabaseKind;
import org.lightpath.database.TestDatabase;
import org.lightpath.platform.Ids;
import org.lightpath.platform.ObjectKey;

@ParameterizedClass
@EnumSource
final class StoredIntentsTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-14T03:00:00.123Z"), ZoneOffset.UTC);
  private static final ObjectKey FIRST = new ObjectKey("data/saf-c-20260214-00000001-EX00.fits");
  private static final ObjectKey SECOND = new ObjectKey("data/saf-c-20260214-00000002-EX00.fits");

  @Parameter DatabaseKind kind;
  private TestDatabase database;
  private StoredIntents intents;

  @BeforeEach
  void open() {
    database = kind.empty();
    intents = new StoredIntents(database.entityManager(), CLOCK, new Ids(CLOCK));
  }

  @Test
  void keepsWhatIsBegunUntilItEnds() {
    database.run(() -> intents.begin(FIRST));
    database.run(() -> intents.begin(SECOND));
    assertThat(all()).containsExactlyInAnyOrder(FIRST, SECOND);

    database.run(() -> intents.end(FIRST));

    assertThat(all()).containsExactly(SECOND);
  }

  @Test
  void showsAnObjectThatWasBegunTwiceOnceAndEndsItAtOnce() {
    database.run(() -> intents.begin(FIRST));
    database.run(() -> intents.begin(FIRST));
    assertThat(all()).containsExactly(FIRST);

    database.run(() -> intents.end(FIRST));

    assertThat(all()).isEmpty();
  }

  @Test
  void endsWhatWasNeverBegunInSilence() {
    database.run(() -> intents.end(FIRST));

    assertThat(all()).isEmpty();
  }

  @Test
  void notesTheTimeToTheMillisecond() throws SQLException {
    database.run(() -> intents.begin(FIRST));

    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select begun_at from object_intent")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getObject(1, OffsetDateTime.class).toInstant()).isEqualTo(CLOCK.instant());
    }
  }

  private List<ObjectKey> all() {
    return database.call(intents::all);
  }
}
