package org.lightpath.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.archive.FileTrace;
import org.lightpath.database.DatabaseKind;
import org.lightpath.database.TestDatabase;

@ParameterizedClass
@EnumSource
final class StoredFileTracesTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00.999Z");
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String ITEM = "1704855600000_0000002a";

  @Parameter DatabaseKind kind;
  private TestDatabase database;
  private StoredFileTraces traces;

  @BeforeEach
  void open() {
    database = kind.empty();
    traces = new StoredFileTraces(database.entityManager(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private void add(String file, String base, String trace, Instant when) {
    database.run(() -> traces.add(new FileTrace(file, base, trace, when)));
  }

  @Test
  void isFoundByFileImageAndItem() {
    add("a-EX00.fits.fz", "a", TRACE, NOW.minusSeconds(1));
    database.run(() -> traces.told("a-EX00.fits.fz", "eva", ITEM));

    for (String name : new String[] {"a-EX00.fits.fz", "a", ITEM}) {
      FileTrace row = database.call(() -> traces.ofAnyName(name).orElseThrow());
      assertThat(row.traceId()).isEqualTo(TRACE);
      assertThat(row.recordedAt()).isEqualTo(NOW.minusSeconds(1));
      assertThat(row.toldAt()).contains(NOW);
      assertThat(row.queue()).contains("eva");
    }
    assertThat(database.call(() -> traces.ofAnyName("b"))).isEmpty();
  }

  @Test
  void keepsTheFirstCauseOfAFile() {
    add("a.fits", "a", TRACE, NOW);
    add("a.fits", "a", "0af7651916cd43dd8448eb211c80319c", NOW.plusSeconds(1));

    assertThat(database.call(() -> traces.find("a.fits")).map(FileTrace::traceId)).contains(TRACE);
  }

  @Test
  void givesTheFilesOfATraceOldestFirstUpToALimit() {
    add("b.fits", "b", TRACE, NOW.plusMillis(1));
    add("a.fits", "a", TRACE, NOW);
    add("c.fits", "c", TRACE, NOW.plusMillis(2));
    add("d.fits", "d", "0af7651916cd43dd8448eb211c80319c", NOW);

    assertThat(database.call(() -> traces.ofTrace(TRACE, 2)))
        .extracting(FileTrace::fileName)
        .containsExactly("a.fits", "b.fits");
  }

  @Test
  void hasNothingToNoteOfAFileWithoutACause() {
    database.run(() -> traces.told("none.fits", "eva", ITEM));

    assertThat(database.call(() -> traces.find("none.fits"))).isEqualTo(Optional.empty());
  }
}
