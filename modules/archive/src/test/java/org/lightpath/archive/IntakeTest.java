package org.lightpath.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.ImageArrived;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;
import org.lightpath.platform.SiteCode;

final class IntakeTest {

  private static final String BASE = "saf-camera1-20260213-00000001";
  private static final String FITS = BASE + "-EX00.fits";
  private static final List<String> PREVIEWS =
      List.of(BASE + "-EX10.png", BASE + "-EX11.jpg", BASE + "-EX10.jpg");

  /** Far more than the steps of one image. */
  private static final int MAX_STEPS = 100;

  @TempDir Path data;

  @Test
  void storesRecordsPicturesAndAnnouncesAnImage() {
    ArchiveBench bench = new ArchiveBench(data);

    bench.intake().accept(FITS, IntakeTest::writeFits);

    assertWhole(bench);
    assertThat(bench.news.heard())
        .extracting(ImageArrived::fileName)
        .containsExactly(FITS, PREVIEWS.get(0), PREVIEWS.get(1), PREVIEWS.get(2));
  }

  @Test
  void finishesExactlyOnceWhateverStepTheProcessDiedAt() throws IOException {
    List<String> stories = new ArrayList<>();
    boolean died = true;
    for (int step = 0; died; step++) {
      assertThat(step).isLessThan(MAX_STEPS);
      ArchiveBench bench = new ArchiveBench(Files.createDirectory(data.resolve("step" + step)));
      died = diesAt(bench, step);
      restart(bench);
      if (bench.store.find(key(FITS)).isPresent()) {
        assertWhole(bench);
        stories.add("whole");
      } else {
        assertNothing(bench);
        stories.add("nothing");
      }
      assertThat(bench.deliveries.stream().distinct().toList()).hasSameSizeAs(bench.pipe.keySet());
    }
    // Before and after the intent, and before the object: nothing. Everything later: whole.
    assertThat(stories).startsWith("nothing", "nothing", "nothing", "whole").hasSizeGreaterThan(14);
    assertThat(stories.subList(3, stories.size())).containsOnly("whole");
  }

  @Test
  void finishesEvenIfTheProcessDiesAgainWhileItFinishes() throws IOException {
    for (int step = 0; step < 20; step++) {
      ArchiveBench bench = new ArchiveBench(Files.createDirectory(data.resolve("step" + step)));
      diesAt(bench, 3);
      bench.dieAt(step);
      try {
        bench.intake().finishAll();
      } catch (ArchiveBench.Crash again) {
        assertThat(bench.notices.size() + bench.pipe.size()).isPositive();
      }
      restart(bench);
      assertWhole(bench);
    }
  }

  @Test
  void keepsNothingIfTheContentBreaksOff() {
    ArchiveBench bench = new ArchiveBench(data);

    assertThatThrownBy(
            () ->
                bench
                    .intake()
                    .accept(
                        FITS,
                        out -> {
                          throw new IOException("No space left on device");
                        }))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_SPACE));

    assertNothing(bench);
  }

  @Test
  void changesNothingIfTheSameFileComesAgain() {
    ArchiveBench bench = new ArchiveBench(data);
    bench.intake().accept(FITS, IntakeTest::writeFits);
    bench.intake().accept(FITS, IntakeTest::writeFits);

    assertWhole(bench);
    assertThat(bench.deliveries).hasSize(1);
  }

  @Test
  void keepsPicturesThatCameBeforeTheImage() {
    ArchiveBench bench = new ArchiveBench(data);
    bench.intake().accept(BASE + "-EX10.jpg", out -> out.write(42));
    bench.intake().accept(FITS, IntakeTest::writeFits);

    assertThat(bench.store.find(key(BASE + "-EX10.jpg")).orElseThrow().bytes()).isEqualTo(1);
    assertThat(bench.store.find(key(BASE + "-EX11.jpg"))).isEmpty();
  }

  @Test
  void recordsAFileThatOnlyCallsItselfFits() {
    ArchiveBench bench = new ArchiveBench(data);

    bench.intake().accept(FITS, out -> out.write(42));

    assertThat(bench.headers).isEmpty();
    assertThat(bench.rows.get(BASE).files()).containsEntry(Variant.FITS_FULL, true);
    assertThat(bench.pipe).hasSize(1);
  }

  @Test
  void storesAnObjectThatIsNoImageWithoutARecord() {
    ArchiveBench bench = new ArchiveBench(data);

    bench.intake().accept(new ObjectKey("allsky/" + FITS), IntakeTest::writeFits);

    assertThat(bench.rows).isEmpty();
    assertThat(bench.pipe).isEmpty();
    assertThat(bench.intents).isEmpty();
  }

  @Test
  void resumesOnlyWhatIsStored() {
    ArchiveBench bench = new ArchiveBench(data);
    assertThat(bench.intake().resume(FITS)).isFalse();
    assertThat(diesAt(bench, 3)).isTrue();

    assertThat(bench.intake().resume(FITS)).isTrue();

    assertWhole(bench);
  }

  @Test
  void namesImagesByNightAndNumber() {
    assertThat(
            new ArchiveBench(data)
                .intake()
                .allotBaseName(new SiteCode("saf"), "camera1", LocalDate.of(2026, 2, 13)))
        .isEqualTo("saf-camera1-20260213-00000001");
  }

  private static boolean diesAt(ArchiveBench bench, int step) {
    bench.dieAt(step);
    try {
      bench.intake().accept(FITS, IntakeTest::writeFits);
      return false;
    } catch (ArchiveBench.Crash crash) {
      return true;
    }
  }

  /** What the next process does at its start and a little later. */
  private static void restart(ArchiveBench bench) {
    bench.dieAt(Integer.MAX_VALUE);
    bench.intake().finishAll();
    bench.announcer().sendWaiting();
  }

  private static void assertWhole(ArchiveBench bench) {
    assertThat(bench.intents).isEmpty();
    assertThat(bench.notices).isEmpty();
    assertThat(bench.pipe).containsOnlyKeys(FITS).containsEntry(FITS, "eva saf [" + FITS + "]");
    assertThat(PREVIEWS).allMatch(name -> bench.store.find(key(name)).isPresent());
    assertThat(bench.rows).containsOnlyKeys(BASE);
    assertThat(bench.rows.get(BASE).files())
        .containsEntry(Variant.FITS_FULL, true)
        .containsEntry(Variant.JPG_MEDIUM, true)
        .containsEntry(Variant.JPG_SMALL, true);
    assertThat(bench.headers.get(BASE)).contains("NAXIS");
  }

  private static void assertNothing(ArchiveBench bench) {
    assertThat(bench.store.find(key(FITS))).isEmpty();
    assertThat(bench.intents).isEmpty();
    assertThat(bench.rows).isEmpty();
    assertThat(bench.pipe).isEmpty();
  }

  private static ObjectKey key(String name) {
    return ObjectKey.of("data", name);
  }

  private static void writeFits(OutputStream out) throws IOException {
    try (InputStream in = IntakeTest.class.getResourceAsStream("/fits/cluster.fits")) {
      in.transferTo(out);
    }
  }
}
