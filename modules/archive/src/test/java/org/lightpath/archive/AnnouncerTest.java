package org.lightpath.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnnouncerTest {

  @TempDir Path data;
  private ArchiveBench bench;

  @BeforeEach
  void open() {
    bench = new ArchiveBench(data);
    for (String file : new String[] {"a.fits", "b.fits"}) {
      bench.notices.put(file, new Notice(file, "eva", "saf", Instant.EPOCH));
    }
  }

  @Test
  void keepsANoticeWhileTheBrokerIsAwayAndSendsItOnceAfterwards() {
    bench.brokerAway = true;
    bench.announcer().send("a.fits");
    bench.announcer().sendWaiting();
    assertThat(bench.notices).containsOnlyKeys("a.fits", "b.fits");
    assertThat(bench.pipe).isEmpty();

    bench.brokerAway = false;
    bench.announcer().sendWaiting();
    bench.announcer().sendWaiting();
    bench.announcer().send("a.fits");

    assertThat(bench.notices).isEmpty();
    assertThat(bench.deliveries).containsExactly("a.fits", "b.fits");
    assertThat(bench.pipe).containsEntry("a.fits", "eva saf [a.fits]");
  }

  @Test
  void continuesTheTraceOfTheFileAndNotesTheItem() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    bench.traces.add(new FileTrace("b.fits", "b", trace, Instant.EPOCH));

    bench.announcer().send("b.fits");

    assertThat(bench.itemTraces).containsExactly(trace);
    FileTrace row = bench.traces.ofAnyName("1704855600000_00000001").orElseThrow();
    assertThat(row.fileName()).isEqualTo("b.fits");
    assertThat(row.queue()).contains("eva");
    assertThat(row.toldAt()).contains(bench.clock.instant());
  }

  @Test
  void sendsOneFilesNoticeAndLeavesTheOthers() {
    bench.announcer().send("b.fits");

    assertThat(bench.notices).containsOnlyKeys("a.fits");
    assertThat(bench.deliveries).containsExactly("b.fits");
  }

  @Test
  void hasNothingToSendOfAFileWithoutANotice() {
    bench.announcer().send("c.fits");

    assertThat(bench.deliveries).isEmpty();
  }
}
