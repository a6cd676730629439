package org.lightpath.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.archive.Notice;
import org.lightpath.database.DatabaseKind;
import org.lightpath.database.TestDatabase;

@ParameterizedClass
@EnumSource
final class StoredNoticesTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00.999Z");

  @Parameter DatabaseKind kind;
  private TestDatabase database;
  private StoredNotices notices;

  @BeforeEach
  void open() {
    database = kind.empty();
    notices = new StoredNotices(database.entityManager());
  }

  @Test
  void givesBackWhatWasAdded() {
    add("a.fits", NOW);

    Notice found = database.call(() -> notices.find("a.fits").orElseThrow());

    assertThat(found.queue()).isEqualTo("eva");
    assertThat(found.site()).isEqualTo("saf");
    assertThat(found.createdAt()).isEqualTo(NOW);
  }

  @Test
  void showsTheOldestFirstUpToALimit() {
    add("c.fits", NOW);
    add("b.fits", NOW);
    add("a.fits", NOW.plusMillis(1));
    add("d.fits", NOW.minusMillis(1));

    assertThat(oldest(10)).containsExactly("d.fits", "b.fits", "c.fits", "a.fits");
    assertThat(oldest(2)).containsExactly("d.fits", "b.fits");
  }

  @Test
  void forgetsOneThatIsRemovedAndBearsItTwice() {
    add("a.fits", NOW);
    add("b.fits", NOW);

    database.run(() -> notices.remove("a.fits"));
    database.run(() -> notices.remove("a.fits"));

    assertThat(oldest(10)).containsExactly("b.fits");
  }

  @Test
  void refusesASecondNoticeOfAFile() {
    add("a.fits", NOW);

    assertThatThrownBy(() -> add("a.fits", NOW)).isInstanceOf(PersistenceException.class);
  }

  private void add(String file, Instant when) {
    database.run(() -> notices.add(new Notice(file, "eva", "saf", when)));
  }

  private List<String> oldest(int limit) {
    return database.call(() -> notices.oldest(limit)).stream().map(Notice::fileName).toList();
  }
}
