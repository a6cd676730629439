package org.lightpath.sites.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Grant;
import org.lightpath.platform.security.Identified;
import org.lightpath.platform.security.Proof;
import org.lightpath.test.kit.AtOnce;

final class HubReaderTest {

  private static final SiteCode SAF = new SiteCode("saf");

  /** The one under way and those that wait. */
  private static final int HELD = 1 + 256;

  private final PlayedSession slow = new PlayedSession();
  private final HubReader reader =
      new HubReader(slow.session(), SAF, Runnable::run, Identified.NOBODY, true);

  @Test
  void sendsOneFrameAtATimeInOrder() {
    for (int i = 0; i < 5; i++) {
      reader.offer("frame " + i);
    }
    assertThat(slow.sent).containsExactly("frame 0");

    slow.read();
    slow.read();

    assertThat(slow.sent).containsExactly("frame 0", "frame 1", "frame 2");
    assertThat(slow.mostUnderWay()).isEqualTo(1);
    assertThat(slow.closes).isEmpty();
  }

  @Test
  void beginsAgainAfterAPause() {
    reader.offer("a");
    slow.read();
    reader.offer("b");

    assertThat(slow.sent).containsExactly("a", "b");
  }

  @Test
  void closesAReaderThatLetsTheQueueRunFull() {
    for (int i = 0; i < HELD; i++) {
      reader.offer("frame " + i);
    }
    assertThat(slow.closes).isEmpty();

    reader.offer("one too many");

    assertThat(slow.closes)
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.getCloseCode()).isEqualTo(CloseCodes.TRY_AGAIN_LATER);
              assertThat(reason.getCloseCode().getCode()).isEqualTo(1013);
            });
  }

  @Test
  void holdsNoMoreFramesHoweverManyComeForADeadReader() {
    String frame = "x".repeat(100_000);
    // A gigabyte as copies, were they kept; the heap of a test run has less to spare.
    for (int i = 0; i < 10_000; i++) {
      reader.offer(frame.substring(0, 99_000) + i);
    }

    assertThat(slow.sent).hasSize(1);
    assertThat(slow.closes).as("closed once").hasSize(1);
  }

  /** The container waits in {@code close} until the other side reads, which never happens. */
  @Test
  void neverHoldsUpThePublisherForAReaderThatNeverReads() throws Exception {
    PlayedSession stuck = PlayedSession.stuckInClose();
    ExecutorService closer = Executors.newSingleThreadExecutor();
    ExecutorService publisher = Executors.newSingleThreadExecutor();
    try {
      HubReader dead = new HubReader(stuck.session(), SAF, closer, Identified.NOBODY, true);
      Runnable news = () -> IntStream.range(0, 2 * HELD).forEach(i -> dead.offer("frame " + i));

      publisher.submit(news).get(30, TimeUnit.SECONDS);

      stuck.awaitClosing();
      assertThat(stuck.sent).hasSize(1);
      assertThat(stuck.closes).as("closed once").hasSize(1);
    } finally {
      publisher.shutdownNow();
      closer.shutdownNow();
    }
  }

  @Test
  void keepsEveryFrameOfManyThreadsForAQuickReader() throws Exception {
    PlayedSession quick = PlayedSession.quick();
    HubReader hasty = new HubReader(quick.session(), SAF, Runnable::run, Identified.NOBODY, true);

    AtOnce.results(
        4,
        thread ->
            () -> {
              IntStream.range(0, 50).forEach(i -> hasty.offer(thread + " " + i));
              return 0;
            });

    assertThat(quick.sent).hasSize(200).doesNotHaveDuplicates();
    for (int thread = 0; thread < 4; thread++) {
      String mine = thread + " ";
      assertThat(quick.sent.stream().filter(f -> f.startsWith(mine)))
          .containsExactlyElementsOf(IntStream.range(0, 50).mapToObj(i -> mine + i).toList());
    }
  }

  @Test
  void bearsFramesForASessionThatIsClosedAlready() throws Exception {
    slow.session().close(new CloseReason(CloseCodes.GOING_AWAY, "the other side left"));

    reader.offer("a");
    reader.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "too late"));

    assertThat(slow.sent).isEmpty();
    assertThat(slow.closes).hasSize(1);
  }

  @Test
  void hearsWhereItsHolderMayLookOn() {
    HubReader guarded = new HubReader(slow.session(), SAF, Runnable::run, Identified.NOBODY, false);
    assertThat(guarded.hears(SAF)).isFalse();

    Caller wren = new Caller("wren", "Wren", Grant.parseAll("observer@saf"));
    guarded.passTo(new Identified(wren, Proof.NONE));

    assertThat(guarded.hears(SAF)).isTrue();
    guarded.moveTo(new SiteCode("eco"));
    assertThat(guarded.hears(new SiteCode("eco"))).isFalse();
  }

  @Test
  void endsWithAReasonThatFitsAFrame() {
    reader.end("ü".repeat(200));

    assertThat(slow.closes)
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.getCloseCode().getCode()).isEqualTo(1008);
              assertThat(reason.getReasonPhrase()).hasSize(123);
            });
  }

  @Test
  void hearsTheSiteItMovedTo() {
    reader.moveTo(new SiteCode("eco"));

    assertThat(reader.hears(SAF)).isFalse();
    assertThat(reader.hears(new SiteCode("eco"))).isTrue();
  }
}
